/** The choices of minutes without use after which the vault locks. */
export const IDLE_MINUTES = [1, 5, 15, 60] as const;
/** The choices of hours after which it locks in any case; the last is called "until the browser closes". */
export const MOST_HOURS = [1, 4, 8, 24] as const;

/** When the vault locks by itself. */
export interface LockSettings {
  readonly idleMinutes: (typeof IDLE_MINUTES)[number];
  readonly mostHours: (typeof MOST_HOURS)[number];
  /** Also when the computer is locked or was asleep. */
  readonly withComputer: boolean;
}

/** What holds until the person chooses. */
export const USUAL_LOCKING: LockSettings = { idleMinutes: 15, mostHours: 8, withComputer: true };

/** How long the vault stays unlocked without use, and at most; in milliseconds. */
export interface Limits {
  readonly idle: number;
  readonly most: number;
}

/** The settings in milliseconds. */
export function limitsOf({ idleMinutes, mostHours }: LockSettings): Limits {
  return { idle: idleMinutes * 60_000, most: mostHours * 60 * 60_000 };
}

/** Stored settings, with the usual ones in the place of whatever is not among the choices. */
export function readLocking(stored: unknown): LockSettings {
  const { idleMinutes, mostHours, withComputer } = (stored ?? {}) as Partial<LockSettings>;
  return {
    idleMinutes: IDLE_MINUTES.find((each) => each === idleMinutes) ?? USUAL_LOCKING.idleMinutes,
    mostHours: MOST_HOURS.find((each) => each === mostHours) ?? USUAL_LOCKING.mostHours,
    withComputer: withComputer !== false,
  };
}
