import { createCallout } from '@/lib/callout/callout';
import { handOver } from '@/lib/dashboard/hand-over';
import { readKey } from '@/lib/dashboard/read-key';
import { pageFor } from '@/lib/dashboard/routes';
import { readPage, type Reading } from '@/lib/dashboard/snapshot';
import { toWire } from '@/lib/domain/errors';
import { GUIDE_START, transition, type GuideState } from '@/lib/domain/guide';
import type { GuideBrief } from '@/lib/messaging/briefs';
import { send } from '@/lib/messaging/client';
import { isOrphaned } from '@/lib/messaging/insist';
import { fill } from './fill';
import { flowFor, type Step } from './flow';
import { presentKey, presentStep } from './present';
import { reportOf } from './report';
import { wrongTurn, type WrongTurn } from './wrong-turn';

/** How long changes of the page are gathered before it is read again, in milliseconds. */
const GATHER = 60;
/** How long a control may be missing before that is said: pages render late. */
const PATIENCE = 4_000;
/** Fills in a row that may change nothing before *Fill the rest* gives up. */
const SETTLE = 3_000;

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
  let steps: readonly Step[] = [];
  let state: GuideState = GUIDE_START;
  let reading: Reading | undefined;
  let dismissed = false;
  let notTaken = false;
  let reported = '';
  let missingSince: number | undefined;
  let offered = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const callout = createCallout(document, (id) => void pressed(id), signal);

  async function refresh(): Promise<void> {
    const next = await send('guide/brief', {});
    const isAnother = next.recipe?.id !== brief.recipe?.id || next.keyName !== brief.keyName;
    // The same recipe once more: what the last run came to no longer counts.
    const isAgain = !next.captured && state.phase !== 'guiding';
    if (isAnother || isAgain) {
      state = GUIDE_START;
      steps = next.recipe ? flowFor(next.recipe, next.keyName ?? '') : [];
      reported = '';
      notTaken = false;
      missingSince = undefined;
    }
    brief = next;
    dismissed = false;
    if (brief.captured) state = transition(steps, state, { type: 'captured' });
    look();
  }

  function look(): void {
    if (signal.aborted) return;
    if (isOrphaned()) return lifetime.abort();
    if (!brief.recipe && !readKey(document)) {
      if (offered) void send('key/gone', {}).catch(() => undefined);
      offered = false;
      return callout.hide();
    }
    offered = !brief.recipe && !brief.captured;
    if (dismissed || state.phase === 'finished') return callout.hide();
    reading = readPage(document, new URL(document.location.href));
    state = transition(steps, state, { type: 'observed', snapshot: reading.snapshot });
    show(reading);
    report();
  }

  function show({ snapshot, elements, dialog }: Reading): void {
    const step = steps[state.index];
    const last =
      elements.get('cancel-create') ?? elements.get('submit-create') ?? elements.get('reveal-done');
    if (state.phase === 'finished') return callout.hide();
    const undecided = snapshot.keyVisible && (brief.problem || !brief.recipe);
    if (brief.captured || undecided) {
      callout.show(presentKey(brief), { dialog, last, anchor: elements.get('reveal-key') });
      return;
    }
    if (!brief.recipe) return;
    const wrong = patiently(wrongTurn(brief.recipe, steps, state, snapshot));
    if (wrong === 'wait') return callout.hide();
    callout.show(presentStep(steps, state, wrong, notTaken), {
      dialog,
      last,
      anchor: step && elements.get(step.anchor),
    });
  }

  /** A control that is not there yet is no wrong turn until the page has had its time. */
  function patiently(wrong: WrongTurn | undefined): WrongTurn | 'wait' | undefined {
    if (wrong?.kind !== 'no_anchor') {
      missingSince = undefined;
      return wrong;
    }
    missingSince ??= Date.now();
    const rest = missingSince + PATIENCE - Date.now();
    if (rest <= 0) return wrong;
    patience ??= setTimeout(() => {
      patience = undefined;
      look();
    }, rest);
    return 'wait';
  }

  function report(): void {
    const request = brief.captured ? undefined : reportOf(steps, state);
    const key = JSON.stringify(request);
    if (!request || key === reported) return;
    reported = key;
    send('guide/report', request).catch(() => {
      reported = '';
    });
  }

  async function pressed(id: string): Promise<void> {
    const step = steps[state.index];
    switch (id) {
      case 'fill':
        await fillOne();
        break;
      case 'fill-rest':
        await fillRest();
        break;
      case 'by-hand':
        if (step) state = transition(steps, state, { type: 'done-by-hand', stepId: step.id });
        break;
      case 'go':
        if (brief.recipe) document.location.assign(pageFor(brief.recipe.key.kind).url);
        break;
      case 'save':
        await save();
        break;
      case 'close':
      case 'dismiss':
        dismissed = true;
        if (brief.recipe && !brief.captured) await send('guide/stop', {});
        break;
    }
    look();
  }

  async function fillOne(): Promise<boolean> {
    const step = steps[state.index];
    const taken = Boolean(step && reading && (await fill(step, reading.elements)));
    notTaken = !taken;
    return taken;
  }

  /** Fills step after step, and stops before what stays the person's. */
  async function fillRest(): Promise<void> {
    for (let before = -1; state.index !== before;) {
      before = state.index;
      if (!steps[before]?.fill || !(await fillOne())) return;
      await nextStep(before);
    }
  }

  /** Waits until the page shows the step as done and the next one's control is there. */
  async function nextStep(from: number): Promise<void> {
    const deadline = Date.now() + SETTLE;
    const ready = () => {
      const next = steps[state.index];
      return (
        state.index !== from && (!next || reading?.snapshot.anchors.includes(next.anchor) === true)
      );
    };
    while (!ready() && Date.now() < deadline && !signal.aborted) {
      await new Promise((resolve) => {
        setTimeout(resolve, GATHER);
      });
      look();
    }
  }

  async function save(): Promise<void> {
    const found = readKey(document);
    try {
      if (found) await handOver(found.key, true, signal);
      await refresh();
    } catch (error) {
      brief = { ...brief, problem: toWire(error) };
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, GATHER);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
    attributeFilter: [
      'aria-checked',
      'aria-expanded',
      'data-state',
      'open',
      'role',
      'value',
      'style',
    ],
  });
  document.addEventListener('input', lookSoon, { capture: true, signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { refresh };
}
