import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../e2e/harness/chromium';
import { findFirefox } from '../e2e/harness/find-firefox';
import { launchFirefox } from '../e2e/harness/firefox';
import { startStandin, type Standin } from '../standin/server';
import { leaksOf, type End } from './disk/states';
import { note } from './figures';

const hasFirefox = (await findFirefox()) !== undefined;
let standin: Standin;
beforeAll(async () => {
  standin = await startStandin();
});
afterAll(() => standin.close());

test.each<[string, End]>([
  ['Chromium', 'close'],
  ['Chromium', 'kill'],
  ['Firefox', 'close'],
  ['Firefox', 'kill'],
])('no secret is anywhere in the profile: %s, while it runs and after a %s', async (name, end) => {
  if (name === 'Firefox' && !hasFirefox) return note(`disk, Firefox, ${end}`, 'not run', '0 finds');
  standin.state.reset();
  const leaks = await leaksOf(name === 'Firefox' ? launchFirefox : launchChromium, standin, end);
  const count = leaks.running.length + leaks.ended.length;
  note(`secrets on the disk, ${name}, running and after ${end}`, `${count}`, '0');
  expect(leaks).toEqual({ running: [], ended: [], works: true });
});
