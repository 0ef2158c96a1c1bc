import type { AnchorId } from '@/lib/domain/snapshot';
import type { Undo } from './fill';
import { hands } from './hands-door';
import type { Step } from './step';

/** How long the page may take to show a step as done and the next one's control, in milliseconds. */
const SETTLE = 8_000;
const LOOK = 60;
/** How often a step is filled before it is left to the person. */
const TRIES = 3;

/** What the hands see of the guide, at any moment. */
export interface Sight {
  steps(): readonly Step[];
  index(): number;
  elements(): ReadonlyMap<AnchorId, Element>;
  /** Reads the page again. */
  look(): void;
}

/** Does steps in the page on a person's press, and takes the last press's fills back. */
export function createHands(sight: Sight, signal: AbortSignal) {
  let undos: Undo[] = [];
  let notTaken = false;

  async function fillOne(): Promise<boolean> {
    const step = sight.steps()[sight.index()];
    if (!step) return false;
    const { fill, undoOf, unfold } = await hands();
    const dialog = sight.elements().get('create-dialog');
    const isPast = () => sight.steps()[sight.index()]?.id !== step.id;
    const isThere = () => {
      sight.look();
      return isPast() || sight.elements().has(step.anchor);
    };
    if (step.sentence === 'row' && dialog && !isThere()) {
      await unfold(dialog, isThere);
      if (isPast()) return true;
    }
    const back = undoOf(step, sight.elements());
    const at = sight.index();
    let taken = false;
    for (let tries = 0; !taken && tries < TRIES && !signal.aborted; tries += 1) {
      taken = await fill(step, sight.elements());
      if (taken) break;
      // The page may have put another control in its place meanwhile, or have taken it after all.
      sight.look();
      taken = sight.index() > at;
    }
    if (taken && back) undos.push(back);
    notTaken = !taken;
    return taken;
  }

  /** Fills the step that the guide stands at. */
  async function fillStep(): Promise<void> {
    undos = [];
    await fillOne();
  }

  /** Fills step after step, and stops before what stays the person's. */
  async function fillRest(): Promise<void> {
    undos = [];
    for (let before = -1; sight.index() !== before;) {
      before = sight.index();
      if (!sight.steps()[before]?.fill || !(await fillOne())) return;
      await nextStep(before);
    }
  }

  /** Waits until the page shows the step as done and the next one's control is there. */
  async function nextStep(from: number): Promise<void> {
    const deadline = Date.now() + SETTLE;
    const ready = () => {
      const next = sight.steps()[sight.index()];
      const shown = sight.elements();
      const isFolded =
        next?.sentence === 'row' && [...shown.keys()].some((id) => id.startsWith('row:'));
      return sight.index() !== from && (!next || isFolded || shown.has(next.anchor));
    };
    while (!ready() && Date.now() < deadline && !signal.aborted) {
      await new Promise((resolve) => {
        setTimeout(resolve, LOOK);
      });
      sight.look();
    }
  }

  /** Takes back what the last press filled, the last first. */
  async function undo(): Promise<void> {
    const all = undos.toReversed();
    undos = [];
    for (const each of all) {
      notTaken = !(await each(sight.elements()));
      sight.look();
    }
  }

  /** Sets a control to the first of these choices that the page offers. */
  async function set(anchor: AnchorId, choices: readonly string[]): Promise<void> {
    const control = sight.elements().get(anchor);
    notTaken = !(control && (await (await hands()).chooseFirst(control, choices)));
  }

  /** Does one step, wherever the guide stands. */
  async function fillThis(step: Step | undefined): Promise<void> {
    notTaken = !(step && (await (await hands()).fill(step, sight.elements())));
  }

  return {
    fillStep,
    fillRest,
    fillThis,
    undo,
    set,
    canUndo: () => undos.length > 0,
    notTaken: () => notTaken,
    /** What was filled is behind: another dialog, another guide. */
    forget() {
      undos = [];
      notTaken = false;
    },
  };
}
