import type { AnchorId } from '@/lib/domain/snapshot';
import { chooseFirst, fill, undoOf, unfold, type Undo } from './fill';
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

/** See {@link createHands}. */
export type Hands = ReturnType<typeof createHands>;

/** Does steps in the page on a person's press, and takes the last press's fills back. */
export function createHands(sight: Sight, signal: AbortSignal) {
  let undos: Undo[] = [];
  let notTaken = false;

  function present(): Step | undefined {
    return sight.steps()[sight.index()];
  }

  async function fillOne(step: Step | undefined): Promise<boolean> {
    if (!step) return false;
    const dialog = sight.elements().get('create-dialog');
    const isPast = () => present()?.id !== step.id;
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

  /** Fills the step that the person was shown. */
  async function fillStep(step: Step | undefined): Promise<void> {
    undos = [];
    await fillOne(step);
  }

  /** Fills step after step from this one on, and stops before what stays the person's. */
  async function fillRest(from: Step | undefined): Promise<void> {
    undos = [];
    let lost = 0;
    for (let step = from; step?.fill && lost < TRIES;) {
      if (!(await fillOne(step))) return;
      const next = await stepAfter(step);
      // A page that makes its form anew may lose what was filled.
      if (next?.id === step.id) lost += 1;
      step = next;
    }
  }

  /** Waits until the page shows this step as done and the next one's control is there, and gives the step that is next. */
  async function stepAfter({ id }: Step): Promise<Step | undefined> {
    const deadline = Date.now() + SETTLE;
    const ready = () => {
      const next = present();
      const shown = sight.elements();
      const isFolded =
        next?.sentence === 'row' && [...shown.keys()].some((each) => each.startsWith('row:'));
      return next?.id !== id && (!next || isFolded || shown.has(next.anchor));
    };
    while (!ready() && Date.now() < deadline && !signal.aborted) {
      await new Promise((resolve) => {
        setTimeout(resolve, LOOK);
      });
      sight.look();
    }
    return present();
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
    notTaken = !(control && (await chooseFirst(control, choices)));
  }

  /** Does one step, wherever the guide stands. */
  async function fillThis(step: Step | undefined): Promise<void> {
    notTaken = !(step && (await fill(step, sight.elements())));
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
