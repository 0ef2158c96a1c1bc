/**
 * What a procedure costs an expert who makes no mistake: the keystroke-level model of Card, Moran and Newell (1983).
 * Each figure counts one kind of act.
 */
export interface Effort {
  /** Presses of the mouse, in any page, popup or prompt of the browser's. */
  readonly clicks: number;
  readonly keys: number;
  /** Times that the hands go to the keyboard, and back. */
  readonly bursts: number;
  /** Times that the person has to think of what comes next. */
  readonly decisions: number;
  /** Pages, dialogs and popups that the person waits for. */
  readonly loads: number;
  /** Tabs or apps changed by hand. */
  readonly switches: number;
  /** Times that the key was copied. */
  readonly copies: number;
}

/** To point at something and press it, in seconds. */
const CLICK = 1.3;
const KEY = 0.28;
/** To the keyboard and back. */
const HANDS = 2 * 0.4;
const DECISION = 1.35;
const LOAD = 1;

/** The seconds that the model gives for an effort. */
export function secondsOf({ clicks, keys, bursts, decisions, loads }: Effort): number {
  return clicks * CLICK + keys * KEY + bursts * HANDS + decisions * DECISION + loads * LOAD;
}

/** What two parts of a procedure cost together. */
export function sum(one: Effort, other: Effort): Effort {
  return combine(one, other, 1);
}

/** What remains of a procedure without a part of it. */
export function without(whole: Effort, part: Effort): Effort {
  return combine(whole, part, -1);
}

function combine(one: Effort, other: Effort, sign: 1 | -1): Effort {
  return {
    clicks: one.clicks + sign * other.clicks,
    keys: one.keys + sign * other.keys,
    bursts: one.bursts + sign * other.bursts,
    decisions: one.decisions + sign * other.decisions,
    loads: one.loads + sign * other.loads,
    switches: one.switches + sign * other.switches,
    copies: one.copies + sign * other.copies,
  };
}
