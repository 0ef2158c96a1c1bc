import type { BrowserContext, CDPSession, Page } from 'playwright';
import type { Build, Profile } from './build.ts';
import { ChromiumExtension } from './chromium-extension.ts';
import { ChromiumPopup, ChromiumTab } from './chromium-page.ts';
import type { Driver, Panel, Tab } from './driver.ts';
import { matches } from './match.ts';
import { Tally } from './tally.ts';
import { until } from './until.ts';

/** Chromium through Playwright, and through Chrome's protocol where Playwright doesn't reach. */
export class ChromiumDriver implements Driver {
  readonly browserName = 'chromium';
  readonly counter = new Tally();
  readonly profile: string;
  /** Playwright's own handle, for what only one test needs. */
  readonly context: BrowserContext;
  readonly #session: CDPSession;
  readonly #build: Build;
  readonly #extension: ChromiumExtension;
  readonly #folder: Profile;
  readonly #tabs = new WeakMap<Page, Promise<ChromiumTab>>();

  constructor(context: BrowserContext, session: CDPSession, build: Build, folder: Profile) {
    this.context = context;
    this.profile = folder.path;
    this.#session = session;
    this.#build = build;
    this.#extension = new ChromiumExtension(context, session, build);
    this.#folder = folder;
  }

  async newTab(url?: string): Promise<Tab> {
    const tab = await this.#tab(await this.context.newPage());
    if (url) await tab.goto(url);
    return tab;
  }

  tabs(): Promise<Tab[]> {
    return Promise.all(this.#pages().map((page) => this.#tab(page)));
  }

  waitForTab(url: string | RegExp, timeoutMs?: number): Promise<Tab> {
    return until(
      `find a tab at ${String(url)}`,
      async () => {
        const page = this.#pages().findLast((each) => matches(each.url(), url));
        return page && this.#tab(page);
      },
      timeoutMs,
    );
  }

  async popup(): Promise<Panel> {
    if (await this.#extension.popup()) throw new Error('The popup is open already');
    this.counter.press('the toolbar button');
    const { targetId } = await this.#extension.pressAction();
    return ChromiumPopup.of(this.#session, targetId, this.counter);
  }

  async openedPopup(timeoutMs: number): Promise<Panel | undefined> {
    const seen = () => this.#extension.popup();
    const target = await until('see a popup', seen, timeoutMs).catch(() => undefined);
    return target && ChromiumPopup.of(this.#session, target.targetId, this.counter);
  }

  async appPage(path = 'app.html'): Promise<Panel> {
    const tab = await this.#tab(await this.context.newPage(), 'in the app');
    await tab.goto(this.#extension.origin + path);
    return tab;
  }

  async approvePermission(origin: string): Promise<void> {
    await this.#extension.approve(`${new URL(origin).origin}/*`);
    this.counter.prompt(origin);
  }

  killWorker(): Promise<void> {
    return this.#extension.killWorker();
  }

  /** Runs a self-contained function in the service worker, which is started if it has stopped. */
  evaluateInWorker<T, A = undefined>(fn: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    return this.#extension.evaluateInWorker(fn, arg);
  }

  /** @param first what becomes of the page that a new extension opens by itself. */
  loadExtension(first?: 'close' | 'keep'): Promise<void> {
    return this.#extension.load(first);
  }

  /** Waits until an extension that came with the launch has started. */
  async extensionStarted(): Promise<void> {
    await this.#extension.started();
    if (this.#folder.isNew) await this.#extension.closeWelcome();
  }

  /**
   * Closes every page and removes the extension with all that it keeps. @returns the same browser, as one that was
   * launched with `extension: 'later'` and has counted nothing.
   */
  async emptied(): Promise<ChromiumDriver> {
    const before = this.context.pages();
    await this.context.newPage();
    await Promise.all(before.map((page) => page.close()));
    await this.context.clearPermissions();
    await this.context.clearCookies();
    await this.#extension.remove();
    return new ChromiumDriver(this.context, this.#session, this.#build, this.#folder);
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.#folder.tidy();
  }

  async kill(): Promise<void> {
    const { processInfo } = await this.#session.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find((each) => each.type === 'browser');
    if (!browser) throw new Error('Chromium named no browser process');
    const gone = this.context.waitForEvent('close');
    process.kill(browser.id, 'SIGKILL');
    await gone;
  }

  #pages(): Page[] {
    return this.context.pages().filter((page) => !page.url().startsWith('chrome://'));
  }

  #tab(page: Page, where?: string): Promise<ChromiumTab> {
    const known = this.#tabs.get(page) ?? ChromiumTab.of(page, this.counter, where);
    this.#tabs.set(page, known);
    return known;
  }
}
