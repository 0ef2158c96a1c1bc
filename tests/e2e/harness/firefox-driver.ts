import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { Bidi } from './bidi.ts';
import type { Build, Profile } from './build.ts';
import type { ConnectProxy } from './connect-proxy.ts';
import type { Driver, Panel, Tab } from './driver.ts';
import { contexts, FirefoxTab } from './firefox-page.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { matches } from './match.ts';
import { Tally } from './tally.ts';
import { until } from './until.ts';

interface Parts {
  readonly browser: Browser;
  readonly build: Build;
  readonly folder: Profile;
  readonly proxy: ConnectProxy;
  /** Where the extension's pages are. */
  readonly origin: string;
}

/** Firefox through WebDriver BiDi. */
export class FirefoxDriver implements Driver {
  readonly browserName = 'firefox';
  readonly counter = new Tally();
  readonly profile: string;
  /** Every address outside the stand-in that the browser or the extension tried. */
  readonly refused: readonly string[];
  readonly #parts: Parts;
  readonly #bidi: Bidi;
  readonly #window: FirefoxWindow;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.profile = parts.folder.path;
    this.refused = parts.proxy.refused;
    this.#bidi = new Bidi(parts.browser);
    this.#window = new FirefoxWindow(this.#bidi, parts.build.geckoId);
  }

  async newTab(url?: string): Promise<Tab> {
    return this.#open(url, 'in the page');
  }

  async tabs(): Promise<Tab[]> {
    return (await contexts(this.#bidi)).map(({ context }) => this.#tab(context));
  }

  waitForTab(url: string | RegExp, timeoutMs?: number): Promise<Tab> {
    return until(
      `find a tab at ${String(url)}`,
      async () => {
        const found = (await contexts(this.#bidi)).findLast((each) => matches(each.url, url));
        return found && this.#tab(found.context);
      },
      timeoutMs,
    );
  }

  async popup(): Promise<Panel> {
    this.counter.press('the toolbar button');
    return this.#open(this.#parts.origin + this.#parts.build.popup, 'in the popup');
  }

  /** WebDriver can't handle a popup's page: it is seen to open, closed, and opened again in a tab. */
  async openedPopup(timeoutMs: number): Promise<Panel | undefined> {
    const closed = async () => ((await this.#window.closePopup()) ? true : undefined);
    const seen = await until('see a popup', closed, timeoutMs).catch(() => false);
    if (!seen) return undefined;
    return this.#open(this.#parts.origin + this.#parts.build.popup, 'in the popup');
  }

  async appPage(path = 'app.html'): Promise<Panel> {
    return this.#open(this.#parts.origin + path, 'in the app');
  }

  async approvePermission(origin: string): Promise<void> {
    const origins = [`${new URL(origin).origin}/*`];
    await this.#window.answerNext({ permissions: [], origins }, true);
    this.counter.prompt(origin);
  }

  /** Answers the next prompt that asks for these permissions of the manifest. */
  answerPermissions(permissions: readonly string[], allow: boolean): Promise<void> {
    return this.#window.answerNext({ permissions, origins: [] }, allow);
  }

  async killWorker(): Promise<void> {
    await until('see the event page stop', async () =>
      (await this.#window.stopBackground()) ? true : undefined,
    );
  }

  async loadExtension(): Promise<void> {
    const { browser, build, folder, origin } = this.#parts;
    await browser.installExtension(build.path);
    if (!folder.isNew || build.welcome === undefined) return;
    // In front of what a test opens, were it left there.
    const tab = await this.waitForTab(origin + build.welcome);
    await (tab as FirefoxTab).close();
  }

  async close(): Promise<void> {
    await this.#parts.browser.close();
    this.#parts.proxy.close();
    await this.#parts.folder.tidy();
  }

  async kill(): Promise<void> {
    const firefox = this.#parts.browser.process();
    if (!firefox) throw new Error('Firefox is not running');
    // Puppeteer puts these back at the exit, unawaited: then the next start finds its files taken away.
    for (const file of ['prefs.js', 'user.js']) {
      rmSync(join(this.profile, `${file}.puppeteer`), { force: true });
    }
    const gone = once(firefox, 'exit');
    firefox.kill('SIGKILL');
    await gone;
    this.#parts.proxy.close();
  }

  #tab(context: string, where?: string): FirefoxTab {
    return new FirefoxTab(this.#bidi, context, this.counter, where);
  }

  async #open(url: string | undefined, where: string): Promise<FirefoxTab> {
    const { context } = await this.#bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
    });
    const tab = this.#tab(context, where);
    if (url) await tab.goto(url);
    return tab;
  }
}
