import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Page } from 'playwright';
import { pageFor } from '@/lib/dashboard/routes';
import type { AppState } from '@/lib/domain/views';
import { recipeById } from '@/lib/recipes/catalogue';
import type { Recipe } from '@/lib/recipes/recipe';
import { USUAL_SCENE, type Scene } from '../standin/scene.ts';
import { startStandin, type Standin } from '../standin/server.ts';
import type { ChromiumDriver } from './harness/chromium-driver.ts';
import { launchChromium } from './harness/chromium.ts';
import type { Panel, Tab } from './harness/driver.ts';
import { ask, PASSPHRASE } from './journey.ts';

/**
 * One Chromium with a vault for all tests of a file; what a test opened is closed after it.
 * @param makeBuild makes the folder of another build than the production one.
 */
export function guideWorld(makeBuild?: () => Promise<string>) {
  let standin: Standin | undefined;
  let driver: ChromiumDriver | undefined;
  let app: Panel | undefined;

  beforeAll(async () => {
    // Its tests are many: a short wait for the page's data is enough, and `slowMs` plays a long one.
    standin = await startStandin({ latencyMs: 30 });
    const build = makeBuild ? { extensionPath: await makeBuild() } : {};
    driver = await launchChromium({ standin, ...build });
    app = await driver.appPage();
    await ask(app, 'vault/create', { passphrase: PASSPHRASE });
  });
  afterEach(async () => {
    if (app) await ask(app, 'guide/end');
    for (const page of driver?.context.pages() ?? []) {
      if (page.url().startsWith('https://')) await page.close();
    }
    standin?.state.reset();
  });
  afterAll(async () => {
    await driver?.close();
    await standin?.close();
  });

  return {
    get standin(): Standin {
      if (!standin) throw new Error('The stand-in has not started.');
      return standin;
    },
    get driver(): ChromiumDriver {
      if (!driver) throw new Error('The browser has not started.');
      return driver;
    },
    /** The app page, which stays open beside the guides. */
    get app(): Panel {
      if (!app) throw new Error('The browser has not started.');
      return app;
    },
    /** What the dashboard plays from the next address on. */
    play(scene: Partial<Scene>): void {
      this.standin.state.scene = { ...USUAL_SCENE, ...scene };
    },
    async state(): Promise<AppState> {
      return (await ask<{ ok: AppState }>(this.app, 'app/state')).ok;
    },
    /** Starts a recipe's guide in a tab of its own. @returns the tab, as soon as it is there. */
    async start(recipeId: string, arrivesAt?: string | RegExp): Promise<Tab> {
      const before = new Set(this.driver.context.pages());
      const opened = this.driver.context.waitForEvent('page', (page) => !before.has(page));
      await ask(this.app, 'guide/start', { recipeId });
      await opened;
      return this.driver.waitForTab(arrivesAt ?? pageFor(recipeOf(recipeId).key.kind).url);
    },
    /** Playwright's own handle of the newest of OpenAI's tabs. */
    page(): Page {
      const page = this.driver.context
        .pages()
        .findLast((each) => /openai|chatgpt/.test(each.url()));
      if (!page) throw new Error('No page of OpenAI’s is open.');
      return page;
    },
  };
}

/** A packaged recipe. */
export function recipeOf(recipeId: string): Recipe {
  const recipe = recipeById(recipeId);
  if (!recipe) throw new Error(`No such recipe: ${recipeId}`);
  return recipe;
}

/** The last press of OpenAI's create dialog. */
export async function pressCreate(page: Tab, kind: Recipe['key']['kind']): Promise<void> {
  const name = kind === 'admin' ? 'Create admin key' : 'Create secret key';
  await page.press({ role: 'button', name, exact: true });
}
