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

/** Stored settings, with the usual ones in the place of whatever is not among the choices. */
export function readChecking(stored: unknown): CheckSettings {
  const { getOnly, every, notify } = (stored ?? {}) as Partial<CheckSettings>;
  return {
    getOnly: getOnly === true,
    every: CHECK_EVERY.find((each) => each === every) ?? USUAL_CHECKING.every,
    notify: notify === true,
  };
}
