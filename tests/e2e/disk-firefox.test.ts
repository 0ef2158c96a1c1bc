import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStandin, type Standin } from '../standin/server';
import { leaksOf, leaksWithoutUs } from '../torture/disk/states';
import { findFirefox } from './harness/find-firefox';
import { launchFirefox } from './harness/firefox';

const missing = (await findFirefox()) === undefined && process.env['CI'] !== 'true';
const why = missing ? ' (not run: there is no Firefox here)' : '';
/** A whole run on Firefox, whose hands are slow. */
const TIME = 300_000;
let standin: Standin;
beforeAll(async () => {
  standin = await startStandin();
});
afterAll(() => standin.close());

test.skipIf(missing)(`Firefox alone writes down a key that a page shows${why}`, async () => {
  expect(await leaksWithoutUs(launchFirefox, standin)).toBe(true);
});

test.skipIf(missing)(
  `with Keyferry no secret of a whole run is anywhere in Firefox’s profile${why}`,
  async () => {
    const leaks = await leaksOf(launchFirefox, standin, 'kill');
    expect(leaks).toEqual({ running: [], ended: [], works: true });
  },
  TIME,
);
