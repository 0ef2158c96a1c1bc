import type { BrowserContext, CDPSession, Page } from 'playwright';
import type { Build } from './build.ts';
import { TargetSession, type TargetInfo } from './cdp.ts';
import { evaluateOver } from './chromium-page.ts';
import { until } from './until.ts';

/** The extension inside Chromium: its worker, its popup and its permissions, none of which Playwright handles. */
export class ChromiumExtension {
  readonly origin: string;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #build: Build;

  constructor(context: BrowserContext, session: CDPSession, build: Build) {
    this.origin = `chrome-extension://${build.chromeId}/`;
    this.#context = context;
    this.#session = session;
    this.#build = build;
  }

  async load(first: 'close' | 'keep' = 'close'): Promise<void> {
    const isNew = !(await this.#isThere());
    await this.#session.send('Extensions.loadUnpacked', { path: this.#build.path });
    await this.started();
    if (isNew && first === 'close') await this.closeWelcome();
  }

  /** What a new extension opens by itself would be in front of what a test opens. */
  async closeWelcome(): Promise<void> {
    if (this.#build.welcome === undefined) return;
    const page = await this.welcome();
    // Closed before it has its words, Chromium gives later pages of the extension none.
    await page.waitForSelector('h1');
    await page.close();
  }

  /** The page that it opens by itself where it is new. */
  welcome(): Promise<Page> {
    const start = this.origin + this.#build.welcome;
    return until('see the first page', async () =>
      this.#context.pages().find((each) => each.url().startsWith(start)),
    );
  }

  /** Removes the extension, unless that has been done; what it kept goes with it. */
  async remove(): Promise<void> {
    if (await this.#isThere())
      await this.#session.send('Extensions.uninstall', { id: this.#build.chromeId });
  }

  async #isThere(): Promise<boolean> {
    const { extensions } = await this.#session.send('Extensions.getExtensions');
    return extensions.some((each) => each.id === this.#build.chromeId);
  }

  /** The extension is ready when its worker has run once. */
  async started(): Promise<void> {
    await until('see the extension start', () => this.#worker());
  }

  popup(): Promise<TargetInfo | undefined> {
    const start = this.origin + this.#build.popup;
    return this.#target(({ type, url }) => type === 'page' && url.startsWith(start));
  }

  /** Presses the toolbar button, and answers with the popup. */
  async pressAction(): Promise<TargetInfo> {
    const { targetInfos } = await this.#session.send('Target.getTargets', { filter: [{}] });
    const targetId = targetInfos.find((target) => target.type === 'tab')?.targetId ?? '';
    const id = this.#build.chromeId;
    try {
      await this.#session.send('Extensions.triggerAction', { id, targetId });
    } catch (error) {
      // Older versions can't press the button: the extension opens the same popup itself.
      if (!String(error).includes("wasn't found")) throw error;
      await this.evaluateInWorker(openPopup);
    }
    return until('see the popup', () => this.popup());
  }

  async approve(host: string): Promise<void> {
    // In the background: a tab in front would close the popup that is about to ask.
    const { targetId } = await this.#session.send('Target.createTarget', {
      url: 'chrome://extensions/',
      background: true,
    });
    const page = await TargetSession.attach(this.#session, targetId);
    await until(`approve ${host}`, () =>
      evaluateOver(page, addHostPermission, { id: this.#build.chromeId, host }),
    );
    await this.#session.send('Target.closeTarget', { targetId });
  }

  async killWorker(): Promise<void> {
    const worker = await this.#worker();
    if (!worker) return;
    await this.#session.send('Target.closeTarget', { targetId: worker.targetId });
    // A message may start the next worker, under the same target, before this one is seen gone.
    const stopped = async () => ((await this.#worker()) ? undefined : true);
    await until('see the worker stop', stopped, 1_000).catch(() => undefined);
  }

  async evaluateInWorker<T, A>(fn: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    if (!(await this.#worker())) await this.#startWorker();
    const { targetId } = await until('find the worker running', () => this.#worker());
    const session = await TargetSession.attach(this.#session, targetId);
    try {
      // It is listed before its script can run.
      const isReady = async () => (await evaluateOver(session, hasStarted)) || undefined;
      await until('see the worker’s script start', isReady);
      return await evaluateOver(session, fn, arg);
    } finally {
      await session.detach();
    }
  }

  async #startWorker(): Promise<void> {
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    const session = await this.#context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: this.origin });
    await session.detach();
  }

  #worker(): Promise<TargetInfo | undefined> {
    return this.#target(({ type }) => type === 'service_worker');
  }

  async #target(wanted: (target: TargetInfo) => boolean): Promise<TargetInfo | undefined> {
    const { targetInfos } = await this.#session.send('Target.getTargets');
    return targetInfos.find((target) => target.url.startsWith(this.origin) && wanted(target));
  }
}

interface Chrome {
  readonly chrome: {
    readonly action: { openPopup(): Promise<void> };
    readonly developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
  };
}

const hasStarted = (): boolean => 'registration' in globalThis && 'chrome' in globalThis;

function openPopup(): Promise<void> {
  return (globalThis as unknown as Chrome).chrome.action.openPopup();
}

/** Runs in `chrome://extensions`: the approval that the prompt would give, so that the request itself is really made. */
async function addHostPermission({ id, host }: { id: string; host: string }): Promise<true> {
  await (globalThis as unknown as Chrome).chrome.developerPrivate.addHostPermission(id, host);
  return true;
}
