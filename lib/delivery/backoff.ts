const FIRST = 2_000;
const LONGEST = 5 * 60_000;
/** A destination that asks us to stay away for longer is asked again after this. */
const LONGEST_ASKED = 60 * 60_000;

/**
 * How long to wait before the next try, in milliseconds: doubled each time up to five minutes, half
 * of it by chance so that many don't come back at once, and never sooner than the other side asks.
 * @param random From 0 to below 1.
 */
export function backoff(tries: number, random: number, retryAfter = 0): number {
  const whole = Math.min(FIRST * 2 ** tries, LONGEST);
  const own = whole / 2 + (whole / 2) * random;
  return Math.round(Math.max(own, Math.min(retryAfter, LONGEST_ASKED)));
}
