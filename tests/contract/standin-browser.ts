import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchPlainChromium, onlyTheStandin } from '../e2e/harness/chromium.ts';
import { USUAL_SCENE, type Scene } from '../standin/scene.ts';
import { startStandin, type Standin } from '../standin/server.ts';

export const DASHBOARD = 'https://platform.openai.com';
export const API_KEYS = `${DASHBOARD}/api-keys`;
export const ADMIN_KEYS = `${DASHBOARD}/settings/organization/admin-keys`;

/** A stand-in for a test file, and for each test a tab of a Chromium without the extension. */
export function standinInBrowser() {
  let standin: Standin;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    standin = await startStandin({ latencyMs: 0 });
    browser = await launchPlainChromium(onlyTheStandin(standin));
  });
  beforeEach(async () => {
    context = await browser.newContext();
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    standin.state.reset();
  });
  afterAll(async () => {
    await browser.close();
    await standin.close();
  });

  const button = (name: string | RegExp, inside: Page | Locator = page): Locator =>
    inside.getByRole('button', { name, exact: true });
  return {
    state: () => standin.state,
    page: () => page,
    button,
    /** The button that opens the create dialog, as any version names it. */
    opener: () => button(/^(\+ )?Create new (secret|Admin) key$/),
    /** Plays a scene that differs in this from the usual one. */
    play: (difference: Partial<Scene>) => {
      standin.state.scene = { ...USUAL_SCENE, ...difference };
    },
    /** Opens a page of keys and waits until all of it is there: from then on what is missing is missing. */
    open: async (address: string) => {
      await page.goto(address);
      await page.getByRole('table').waitFor();
    },
  };
}
