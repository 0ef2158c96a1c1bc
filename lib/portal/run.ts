import { createCallout } from '@/lib/callout/callout';
import { toWire, type WireError } from '@/lib/domain/errors';
import { press, type } from '@/lib/locate/act';
import { until } from '@/lib/locate/until';
import type { PortalBrief } from '@/lib/messaging/briefs';
import { send } from '@/lib/messaging/client';
import { insist, isOrphaned } from '@/lib/messaging/insist';
import type { PortalReport } from '@/lib/messaging/delivery-messages';
import { findPortal, readAnswer, type PortalPage } from './find';
import { presentPortal } from './present';

/** How long a product's page may take to show the next part of its form, in milliseconds. */
const PAGE_WAIT = 10_000;
/** How long a product's own test may take before its answer counts as unread, in milliseconds. */
const TEST_WAIT = 30_000;
const GATHER = 60;

/**
 * Assists with one delivery on a product's own page: leads to the form, fills the one named field
 * on a press, reads the answer of the product's own test. Ends when
 * the extension was updated under it.
 */
export function runPortal(document: Document): { refresh(): Promise<void> } {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let brief: PortalBrief | undefined;
  let dismissed = false;
  let testing = false;
  let problem: WireError | undefined;
  const callout = createCallout(document, (id) => void attempt(id), signal);

  async function refresh(): Promise<void> {
    brief = await insist('portal/brief', {}, signal);
    look();
  }

  function look(): void {
    if (isOrphaned()) return lifetime.abort();
    if (!brief) return;
    if (dismissed) return callout.hide();
    const page = findPortal(document, brief.portal);
    const { content, anchor } = presentPortal(brief, page, problem);
    callout.show(content, { anchor, dialog: page.dialog, last: page.finish ?? page.test });
  }

  async function report(news: PortalReport): Promise<void> {
    await insist('portal/report', { report: news }, signal);
    await refresh();
  }

  /** A press that fails says why, and leaves everything as it was. */
  async function attempt(id: string): Promise<void> {
    problem = undefined;
    try {
      await act(id);
    } catch (error) {
      problem = toWire(error);
    }
    look();
  }

  async function act(id: string): Promise<void> {
    switch (id) {
      case 'way':
        await walk();
        break;
      case 'fill':
        await fill();
        break;
      case 'fill-test':
        if (await fill()) await test();
        break;
      case 'test':
        await test();
        break;
      case 'vouch-yes':
      case 'vouch-no':
        if (brief) {
          await send('delivery/vouch', {
            deliveryId: brief.deliveryId,
            passed: id === 'vouch-yes',
          });
          await refresh();
        }
        break;
      case 'read-test':
        await readTest();
        break;
      case 'finished':
        await report('finished');
        break;
      case 'close':
        dismissed = true;
        break;
    }
  }

  /** Presses its way to the form, each control of the way at most once. */
  async function walk(): Promise<PortalPage | undefined> {
    const portal = brief?.portal;
    if (!portal) return undefined;
    const pressed = new Set<Element>();
    const ahead = () => {
      const page = findPortal(document, portal);
      return page.field || (page.next && !pressed.has(page.next)) ? page : undefined;
    };
    for (;;) {
      const page = await until(document, ahead, PAGE_WAIT);
      if (!page?.next || page.field || pressed.size >= portal.path.length) return page;
      pressed.add(page.next);
      press(page.next);
    }
  }

  async function fill(): Promise<boolean> {
    const field = (await walk())?.field;
    if (!field) return false;
    // Before the value: browsers write fields of open pages into their session files (dialogs.md).
    field.setAttribute('autocomplete', 'off');
    const { text } = await insist('portal/fill', {}, signal);
    const taken = await type(field, text);
    if (taken) await report('filled');
    return taken;
  }

  async function test(): Promise<void> {
    const button = brief && findPortal(document, brief.portal).test;
    if (!button) return;
    const ready = await until(document, () => (isEnabled(button) ? true : undefined), PAGE_WAIT);
    if (!ready) return;
    const answered = readTest();
    press(button);
    await answered;
  }

  /** Reads the product's answer to a press of its own test button. */
  async function readTest(): Promise<void> {
    const rule = brief?.portal.test;
    if (!rule || testing) return;
    testing = true;
    const before = readAnswer(document, rule);
    let cleared = before === undefined;
    await report('testing');
    const answer = await until(
      document,
      () => {
        const now = readAnswer(document, rule);
        // A text of an earlier try counts only after it has gone once.
        cleared ||= now !== before;
        return cleared ? now : undefined;
      },
      TEST_WAIT,
    );
    testing = false;
    await report(answer ?? 'unread');
  }

  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !brief || !(event.target instanceof Node)) return;
      const page = findPortal(document, brief.portal);
      const { state, reason, stage } = brief.delivery;
      const mayTest = state === 'sent' || state === 'failed' || reason === 'product_test_unread';
      if (page.test?.contains(event.target) && mayTest) void attempt('read-test');
      if (page.finish?.contains(event.target) && stage === 'finish') void attempt('finished');
    },
    { capture: true, signal },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, GATHER);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { refresh };
}

function isEnabled(element: Element): boolean {
  return !element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true';
}
