import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver, LaunchOptions } from '../../e2e/harness/driver.ts';
import { fakeKeyValue } from '../../standin/key-store.ts';
import type { Standin } from '../../standin/server.ts';
import { scan } from './scan.ts';
import { inWords, leaveTraces, sessions, showKey, SOON, writtenDown } from './traces.ts';

type Launch = (options: LaunchOptions) => Promise<Driver>;

/** How a browser ends. */
export type End = 'close' | 'kill';

/** What was found of any secret, in words, while the browser ran and after it ended. */
export interface Leaks {
  readonly running: readonly string[];
  readonly ended: readonly string[];
  /** Whether the scan finds what the profile must hold: the address of the page. */
  readonly works: boolean;
}

/** Runs the whole journey in a fresh profile, and looks through all of it. */
export async function leaksOf(launch: Launch, standin: Standin, end: End): Promise<Leaks> {
  return inProfile(async (profile) => {
    const driver = await launch({ standin, profile, firefoxPrefs: SOON });
    const secrets = await leaveTraces(driver, standin);
    const running = scan(profile, secrets).map(inWords);
    await driver[end]();
    const ended = scan(profile, secrets).map(inWords);
    const address = scan(profile, { address: 'platform.openai.com/api-keys' });
    return { running, ended, works: address.length > 0 };
  });
}

/** Whether the browser by itself writes a key down that a script shows in a read-only field. */
export async function leaksWithoutUs(launch: Launch, standin: Standin): Promise<boolean> {
  return inProfile(async (profile) => {
    const driver = await launch({ standin, profile, firefoxPrefs: SOON, extension: 'later' });
    const { page, key } = await showKey(driver, fakeKeyValue('admin'));
    await writtenDown(driver, page);
    const found = scan(sessions(driver), { key });
    await driver.kill();
    return found.length > 0;
  });
}

async function inProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'keyferry-disk-'));
  try {
    return await work(profile);
  } finally {
    // A browser's last processes may still write while it is removed.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
