import { createCallout } from '@/lib/callout/callout';
import { pageReport } from '@/lib/dashboard/page-report';
import { toWire, type WireError } from '@/lib/domain/errors';
import { press } from '@/lib/locate/act';
import { until } from '@/lib/locate/until';
import { isDisabled } from '@/lib/locate/visible';
import type { PortalBrief } from '@/lib/messaging/briefs';
import { send } from '@/lib/messaging/client';
import type { PortalReport } from '@/lib/messaging/delivery-messages';
import { insist, isOrphaned } from '@/lib/messaging/insist';
import { awaitAnswer, isReadable } from './answer';
import { findPortal, type PortalPage } from './find';
import { follow } from './follow';
import { fillForm, walk } from './form';
import { presentPortal } from './present';

/** How long a product's page may take to show the next part of its form, in milliseconds. */
const WAY_WAIT = 5_000;
/** How long a product may take to offer its test of what was filled in, in milliseconds. */
const READY_WAIT = 10_000;
/** How long a product's own test may take before its answer counts as unread, in milliseconds. */
const TEST_WAIT = 30_000;
/** How long a press goes on once the person has gone a part of the way that only they can, in milliseconds. */
const GOES_ON = 2 * 60_000;

/**
 * Assists with one delivery on a product's own page: leads to the form, fills the named fields on a
 * press, on the card or on _Send_ where that is enough, reads the answer of the product's own test, or asks the person. It presses the product's
 * test when it is told to, and never what keeps the form. Ends when the extension was updated under it.
 */
export function runPortal(document: Document): { refresh(): Promise<void> } {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let brief: PortalBrief | undefined;
  let dismissed = false;
  let testing = false;
  let working = false;
  let stuck = false;
  /** The field that did not take the text. */
  let stuckAt: Element | undefined;
  /** The part of the way that was gone last. */
  let reached = -1;
  /** What was pressed and could not be done yet, and when. */
  let unfinished: { readonly id: string; readonly at: number } | undefined;
  let begun = false;
  let copied: string | undefined;
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
    // A way that led nowhere is tried again once the page shows the form by itself.
    if (page.field && !working && stuckAt !== page.field) stuck = false;
    const goesOn = isUnfinished();
    const memory = { problem, stuck, working, copied, goesOn };
    const { content, anchor } = presentPortal(brief, page, memory);
    callout.show(content, { anchor, dialog: page.dialog, last: page.finish ?? page.test });
    const id = working ? undefined : dueNow(brief, page);
    if (id) void attempt(id, reached);
  }

  function isUnfinished(): boolean {
    return unfinished !== undefined && performance.now() - unfinished.at <= GOES_ON;
  }
  /** What an earlier press is enough for, now that the page is like this. */
  function dueNow({ byItself, delivery, portal }: PortalBrief, page: PortalPage) {
    if (delivery.state !== 'sending' || document.visibilityState !== 'visible') return undefined;
    if (byItself && !begun && !unfinished) {
      // In a page that was open before, the way would lead away from what the person has there.
      const isNew = Date.now() - performance.now() >= delivery.createdAt;
      if (page.field?.value !== '' && !(isNew && page.next)) return undefined;
      begun = true;
      if (!isReadable(portal.test)) return 'fill_in';
      return byItself === 'test' ? 'fill_test' : 'fill';
    }
    if (!unfinished || !isUnfinished()) return undefined;
    const isAhead = page.field ? page.field !== stuckAt : (page.nextAt ?? -1) > reached;
    return isAhead ? unfinished.id : undefined;
  }
  async function report(news: PortalReport): Promise<void> {
    await insist('portal/report', { report: news }, signal);
    await refresh();
  }

  /** A press that fails says why, and leaves everything as it was. */
  async function attempt(id: string, from = -1): Promise<void> {
    problem = undefined;
    copied = undefined;
    working = true;
    reached = from;
    begun = true;
    if (from === -1) unfinished = undefined;
    try {
      await act(id);
    } catch (error) {
      problem = toWire(error);
    }
    working = false;
    look();
  }

  async function act(id: string): Promise<void> {
    if (!brief) return;
    const { deliveryId } = brief;
    switch (id) {
      case 'way':
        return lead();
      case 'fill':
      case 'fill_in':
      case 'fill_test':
        return void ((await fill(id)) && id === 'fill_test' && (await test()));
      case 'again':
      case 'again_test':
        await insist('portal/again', {}, signal);
        await refresh();
        return void (
          (await fill(id === 'again' ? 'fill_in' : 'fill_test')) &&
          id === 'again_test' &&
          (await test())
        );
      case 'test':
        return test();
      case 'vouch_yes':
      case 'kept':
        await send('delivery/vouch', { deliveryId, passed: true });
        return refresh();
      case 'vouch_no':
      case 'not_kept':
        await send('delivery/vouch', { deliveryId, passed: false });
        return refresh();
      case 'read_test':
        return readTest();
      case 'finished':
        return report('finished');
      case 'show_key':
        await send('portal/show-key', {});
        return;
      case 'report': {
        const { href } = document.location;
        copied = pageReport(document, new URL(href));
        await document.defaultView?.navigator.clipboard.writeText(copied).catch(() => undefined);
        return;
      }
      default:
        dismissed = true;
    }
  }

  async function lead(): Promise<void> {
    if (!brief) return;
    const { page, at } = await walk(document, brief.portal, WAY_WAIT, reached);
    reached = at;
    stuckAt = undefined;
    stuck = !page.field;
  }

  const readText = async () => (await insist('portal/fill', {}, signal)).text;

  async function fill(id: string): Promise<boolean> {
    if (!brief) return false;
    unfinished ??= { id, at: performance.now() };
    await lead();
    if (stuck) return false;
    unfinished = undefined;
    const taken = await fillForm(document, brief.portal, readText);
    if (taken) await report('filled');
    else {
      stuck = true;
      stuckAt = findPortal(document, brief.portal).field;
    }
    return taken;
  }

  const testButton = () => brief && findPortal(document, brief.portal).test;

  const readyTest = () => {
    const button = testButton();
    return button && !isDisabled(button) ? button : undefined;
  };

  async function test(): Promise<void> {
    const button = await until(document, readyTest, READY_WAIT);
    if (!button) return;
    const answered = readTest();
    press(button);
    await answered;
  }

  /** Reads the product's answer to a press of its own test button, where it is known what that says. */
  async function readTest(): Promise<void> {
    const rule = brief?.portal.test;
    if (!rule || testing) return;
    testing = true;
    try {
      const answer = isReadable(rule)
        ? awaitAnswer(document, testButton, rule, TEST_WAIT)
        : Promise.resolve(undefined);
      await report('testing');
      await report((await answer) ?? 'unread');
    } finally {
      testing = false;
    }
  }

  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !brief || !(event.target instanceof Node)) return;
      const page = findPortal(document, brief.portal);
      const { state, reason, stage } = brief.delivery;
      const mayTest = state === 'sent' || state === 'failed' || reason === 'product_test_unread';
      if (page.test?.contains(event.target) && mayTest) void attempt('read_test');
      if (page.finish?.contains(event.target) && stage === 'finish') void attempt('finished');
    },
    { capture: true, signal },
  );
  follow(document, look, signal);
  return { refresh };
}
