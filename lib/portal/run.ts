import { createCallout } from '@/lib/callout/callout';
import { toWire, type WireError } from '@/lib/domain/errors';
import { press, type } from '@/lib/locate/act';
import { until } from '@/lib/locate/until';
import type { PortalBrief } from '@/lib/messaging/briefs';
import { send } from '@/lib/messaging/client';
import type { PortalReport } from '@/lib/messaging/protocol';
import { findPortal, readAnswer, type PortalPage } from './find';
import { presentPortal } from './present';

/** How long a product's page may take to show the next part of its form, in milliseconds. */
const PAGE_WAIT = 10_000;
/** How long a product's own test may take before its answer counts as unread, in milliseconds. */
const TEST_WAIT = 30_000;
const GATHER = 60;

/**
 * Assists with one delivery on a product's own page: leads to the form, fills the one named field
 * on a press, reads the answer of the product's own test. Lives until the signal aborts.
 */
export function runPortal(document: Document, signal: AbortSignal): { refresh(): Promise<void> } {
  let brief: PortalBrief | undefined;
  let finished = false;
  let dismissed = false;
  let testing = false;
  let problem: WireError | undefined;
  const callout = createCallout(document, (id) => void attempt(id), signal);

  async function refresh(): Promise<void> {
    brief = await send('portal/brief', {});
    look();
  }

  function look(): void {
    if (!brief || signal.aborted) return;
    if (dismissed) return callout.hide();
    const page = findPortal(document, brief.portal);
    const { content, anchor } = presentPortal(brief, page, finished, problem);
    callout.show(content, { anchor, dialog: page.dialog, last: page.finish ?? page.test });
  }

  async function report(news: PortalReport): Promise<void> {
    await send('portal/report', { report: news });
    await refresh();
  }

  /** A press that fails says why, and leaves everything as it was. */
  async function attempt(id: string): Promise<void> {
    problem = undefined;
    try {
      await pressed(id);
    } catch (error) {
      problem = toWire(error);
    }
    look();
  }

  async function pressed(id: string): Promise<void> {
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
      case 'close':
        dismissed = true;
        break;
    }
  }

  /** Presses its way to the form. Nothing on the way changes anything at the product. */
  async function walk(): Promise<PortalPage | undefined> {
    const portal = brief?.portal;
    if (!portal) return undefined;
    let last: Element | undefined;
    for (;;) {
      const page = await until(
        document,
        () => {
          const now = findPortal(document, portal);
          return now.field || (now.next && now.next !== last) ? now : undefined;
        },
        PAGE_WAIT,
      );
      if (!page || page.field || !page.next) return page;
      last = page.next;
      press(page.next);
    }
  }

  async function fill(): Promise<boolean> {
    const field = (await walk())?.field;
    if (!field) return false;
    // Before the value: browsers write fields of open pages into their session files (dialogs.md).
    field.setAttribute('autocomplete', 'off');
    const { text } = await send('portal/fill', {});
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
      if (page.test?.contains(event.target) && brief.delivery.state === 'sent') void readTest();
      if (page.finish?.contains(event.target) && brief.delivery.state === 'confirmed') {
        finished = true;
        void report('finished');
      }
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
