import { CAUSES, type Cause, type VerificationReason } from './verification';

/** How often keys are checked again by themselves. */
export const CHECK_EVERY = ['off', 'daily', 'weekly'] as const;

/** How keys are proved with OpenAI. */
export interface CheckSettings {
  /** Only GET requests, which leaves most writes untested. */
  readonly getOnly: boolean;
  readonly every: (typeof CHECK_EVERY)[number];
  /** Also tell of a key that broke outside our pages; needs the browser's permission. */
  readonly notify: boolean;
}

/** What holds until the person chooses. */
export const USUAL_CHECKING: CheckSettings = { getOnly: false, every: 'weekly', notify: false };

const DAY = 24 * 60 * 60_000;

/** The time between two checks of a key, in milliseconds; undefined when there are none. */
export function periodOf({ every }: CheckSettings): number | undefined {
  return { off: undefined, daily: DAY, weekly: 7 * DAY }[every];
}

/** Stored settings, with the usual ones in the place of whatever is not among the choices. */
export function readChecking(stored: unknown): CheckSettings {
  const { getOnly, every, notify } = (stored ?? {}) as Partial<CheckSettings>;
  return {
    getOnly: getOnly === true,
    every: CHECK_EVERY.find((each) => each === every) ?? USUAL_CHECKING.every,
    notify: notify === true,
  };
}

const LACKING: readonly (VerificationReason | undefined)[] = [
  'missing_scope',
  'parent_row',
  'wrong_key_kind',
];
const ELSEWHERE: readonly (VerificationReason | undefined)[] = [
  'wrong_organization',
  'wrong_project',
];

/** The cause for which a key was rejected. */
export function causeOf(reason: VerificationReason | undefined): Cause {
  if (LACKING.includes(reason)) return 'lacking';
  return ELSEWHERE.includes(reason) ? 'elsewhere' : 'gone';
}

/** Keys that broke for one cause and were not looked at since. */
export interface Broken {
  readonly cause: Cause;
  readonly itemIds: readonly string[];
}

/** One entry for each cause that there is. */
export function byCause(
  rows: readonly { readonly itemId: string; readonly broke?: Cause }[],
): readonly Broken[] {
  return CAUSES.map((cause) => ({
    cause,
    itemIds: rows.filter(({ broke }) => broke === cause).map(({ itemId }) => itemId),
  })).filter(({ itemIds }) => itemIds.length > 0);
}
