import { createCallout } from '@/lib/callout/callout';
import { deepReadKey } from '@/lib/dashboard/deep-read-key';
import { pageFor } from '@/lib/dashboard/routes';
import { readPage, type Reading } from '@/lib/dashboard/snapshot';
import { trackingIdOf } from '@/lib/dashboard/tracking-id';
import { toWire } from '@/lib/domain/errors';
import { GUIDE_START, transition, type GuideEvent, type GuideState } from '@/lib/domain/guide';
import type { AnchorId } from '@/lib/domain/snapshot';
import type { GuideBrief } from '@/lib/messaging/briefs';
import { send } from '@/lib/messaging/client';
import { insist, isOrphaned } from '@/lib/messaging/insist';
import { firstRunFlow } from './first-run';
import { flowFor } from './flow';
import type { Hands } from './hands';
import { tools } from './hands-door';
import { FOLDED } from './folded';
import { followPage } from './follow-page';
import { createPatience } from './patience';
import { presentStep } from './present';
import { presentKey } from './present-key';
import { reportOf } from './report';
import type { Step } from './step';
import { mayMend, wrongTurn, type WrongTurn } from './wrong-turn';

/** A running guide, or the offer to save the key on screen. */
export interface GuideRun {
  /** The background knows something new: ask it again. */
  refresh(): Promise<void>;
}

/**
 * Follows the page: reads it after each change, lets the guide's machine decide the step, and
 * shows it in the callout. Reads nothing once it has nothing to say, and ends when the extension
 * was updated under it.
 */
export function runGuide(document: Document): GuideRun {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let brief: GuideBrief = {};
  let state: GuideState = GUIDE_START;
  let reading: Reading | undefined;
  let dismissed = false;
  let reported = '';
  let offered = false;
  let copied: string | undefined;
  let handedOver: string | undefined;
  /** The key whose row in the page's table was read. */
  let listed: string | undefined;
  /** The person pressed the button that makes the key. */
  let pressedLast = false;
  let armed: Promise<unknown> = Promise.resolve();
  const callout = createCallout(document, (id) => void pressed(id), signal);
  const patience = createPatience(look);
  /** They come with the first press that needs them; before it nothing was filled. */
  let hands: Hands | undefined;

  function stepsNow(): readonly Step[] {
    if (!brief.recipe) return [];
    const flow = reading?.snapshot.page === 'welcome' ? firstRunFlow : flowFor;
    return flow(brief.recipe, brief.keyName ?? '');
  }

  function elementsNow(): ReadonlyMap<AnchorId, Element> {
    return reading?.elements ?? new Map();
  }

  function advance(event: GuideEvent): void {
    state = transition(stepsNow(), state, event);
  }

  async function refresh(): Promise<void> {
    const next = await send('guide/brief', {});
    const isAnother = next.id !== brief.id;
    // The same recipe once more: what the last run came to no longer counts.
    const isAgain = !next.captured && state.phase !== 'guiding';
    brief = next;
    if (isAnother || isAgain) {
      advance({ type: 'again' });
      reported = '';
      pressedLast = next.armed === true;
      copied = undefined;
      hands?.forget();
      patience.forget();
    }
    dismissed = false;
    if (brief.captured) advance({ type: 'captured' });
    look();
  }

  function look(): void {
    if (signal.aborted) return;
    if (isOrphaned()) return lifetime.abort();
    if (!brief.recipe && !shownKey()) {
      if (offered) void send('key/gone', {}).catch(() => undefined);
      offered = false;
      // They may hold the key that was on screen.
      reading = handedOver = undefined;
      return callout.hide();
    }
    offered = !brief.recipe && !brief.captured;
    const before = reading?.snapshot.dialog;
    reading = readPage(document, new URL(document.location.href));
    if (before !== reading.snapshot.dialog) {
      hands?.forget();
      copied = undefined;
    }
    if (!dismissed) advance({ type: 'observed', snapshot: reading.snapshot });
    takeKey(reading);
    show(reading);
    report();
    noteTrackingId();
  }

  function show(now: Reading): void {
    if (dismissed || state.phase === 'finished') return callout.hide();
    const { snapshot, elements, dialog } = now;
    const last =
      elements.get('cancel-create') ?? elements.get('submit-create') ?? elements.get('reveal-done');
    const step = stepsNow()[state.index];
    const undecided = snapshot.keyVisible && (brief.problem || !brief.recipe || !pressedLast);
    if (brief.captured || undecided) {
      callout.show(presentKey(brief, snapshot), {
        dialog,
        last,
        anchor: elements.get('reveal-key'),
      });
      return;
    }
    if (!brief.recipe) return;
    const wrong = wrongNow(now);
    if (patience.isNeeded(wrong !== undefined && mayMend(wrong))) return callout.hide();
    const content = presentStep(stepsNow(), state, {
      isForeign: brief.isForeign,
      wrong,
      notTaken: hands?.notTaken(),
      canUndo: hands?.canUndo(),
      copied,
      form: snapshot.form,
    });
    callout.show(content, { dialog, last, anchor: step && elements.get(step.anchor) });
  }

  function wrongNow({ snapshot, dialog }: Reading): WrongTurn | undefined {
    const steps = stepsNow();
    const wrong = brief.recipe && wrongTurn(brief.recipe, steps, state, snapshot);
    // A row may stand folded under another one; filling it unfolds that.
    const mayBeFolded = wrong?.kind === 'no_anchor' && steps[state.index]?.sentence === 'row';
    return mayBeFolded && dialog?.querySelector(FOLDED) ? undefined : wrong;
  }

  /** The always-on script sees most keys first; this one also sees those in open shadow roots. */
  function takeKey({ shownKey: shown }: Reading): void {
    // Kept while it is on screen, and no longer.
    if (!shown) handedOver = undefined;
    if (!brief.recipe || brief.captured || !shown || !pressedLast) return;
    if (shown.key === handedOver) return;
    handedOver = shown.key;
    armed
      .then(() => insist('key/capture', { value: shown.key, pressed: false }, signal))
      .then(refresh, () => undefined);
  }

  function report(): void {
    const request = brief.captured ? undefined : reportOf(stepsNow(), state);
    const key = JSON.stringify(request);
    if (!request || key === reported) return;
    reported = key;
    send('guide/report', request).catch(() => {
      reported = '';
    });
  }

  /** Once the saved key stands in the page's table, its row says OpenAI's own id of it. */
  function noteTrackingId(): void {
    const { captured } = brief;
    if (!captured || captured.redacted === listed) return;
    const trackingId = trackingIdOf(document, captured.redacted.slice(-4));
    if (!trackingId) return;
    listed = captured.redacted;
    void send('key/listed', { trackingId }).catch(() => undefined);
  }

  async function withHands(): Promise<Hands> {
    const { createHands } = await tools();
    const sight = { steps: stepsNow, index: () => state.index, elements: elementsNow, look };
    return (hands ??= createHands(sight, signal));
  }

  async function pressed(id: string): Promise<void> {
    await act(id).catch((error: unknown) => {
      brief = { ...brief, problem: toWire(error) };
    });
    look();
  }

  async function act(id: string): Promise<void> {
    const steps = stepsNow();
    const step = steps[state.index];
    const wrong = reading && wrongNow(reading);
    switch (id) {
      case 'fill':
        return (await withHands()).fillStep(step);
      case 'fill-rest':
        return (await withHands()).fillRest(step);
      case 'undo':
        return hands?.undo();
      case 'fix':
        return wrong?.kind === 'more_than_needed'
          ? (await withHands()).set(`row:${wrong.words[0] ?? ''}`, ['None'])
          : (await withHands()).fillThis(steps.find(({ sentence }) => sentence === 'permission'));
      case 'keep':
        return advance({ type: 'done-by-hand', stepId: `excess:${wrong?.words[0] ?? ''}` });
      case 'own-account':
        return advance({ type: 'done-by-hand', stepId: 'own-account' });
      case 'skip':
      case 'by-hand':
        if (step) advance({ type: 'done-by-hand', stepId: step.id });
        return;
      case 'request':
        if (brief.recipe)
          await copy((await tools()).requestText(brief.recipe, brief.keyName ?? ''));
        return;
      case 'report':
        return copy((await tools()).pageReport(document, new URL(document.location.href)));
      case 'go':
        return goToKeys();
      case 'save':
        return save();
      case 'restrict':
        await send('guide/again', {});
        return goToKeys();
      default:
        dismissed = true;
        if (brief.recipe && !brief.captured) await send('guide/stop', {});
    }
  }

  function goToKeys(): void {
    if (brief.recipe) document.location.assign(pageFor(brief.recipe.key.kind).url);
  }

  /** The text stands in the callout too, for browsers that keep the clipboard to themselves. */
  async function copy(text: string): Promise<void> {
    copied = text;
    await navigator.clipboard.writeText(text).catch(() => undefined);
  }

  async function save(): Promise<void> {
    const found = shownKey();
    if (found) await insist('key/capture', { value: found.key, pressed: true }, signal);
    await refresh();
  }

  function shownKey() {
    return deepReadKey(document);
  }

  /** A key counts as made by the person only after their own press: a page can show any dialog. */
  function notePress(event: Event): void {
    if (!event.isTrusted || !reading || pressedLast) return;
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    // Read anew: a page that renders itself again may have put other elements in their place.
    reading = readPage(document, new URL(document.location.href));
    const path = event.composedPath();
    const { dialog, snapshot, elements } = reading;
    const button = elements.get('submit-create');
    const isInForm = event instanceof KeyboardEvent && snapshot.dialog === 'create';
    if (![button, isInForm ? dialog : undefined].some((each) => each && path.includes(each)))
      return;
    pressedLast = true;
    armed = insist('guide/armed', {}, signal);
  }

  /** Leaving the page loses a key that is shown once and not saved; memory is not yet safe. */
  function keepOpen(event: BeforeUnloadEvent): void {
    const isSaved = brief.captured?.state === 'saved';
    if (!isSaved && !isOrphaned() && shownKey()) event.preventDefault();
  }

  followPage(document, look, signal);
  document.addEventListener('click', notePress, { capture: true, signal });
  document.addEventListener('keydown', notePress, { capture: true, signal });
  document.defaultView?.addEventListener('beforeunload', keepOpen, { signal });
  return { refresh };
}
