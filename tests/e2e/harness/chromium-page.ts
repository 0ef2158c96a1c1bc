import { writeFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright';
import { overPlaywright, TargetSession, type Cdp } from './cdp.ts';
import { ChromiumReach } from './chromium-reach.ts';
import type { Callout, Panel, Tab } from './driver.ts';
import { Hands } from './hands.ts';
import type { Tally } from './tally.ts';
import { until } from './until.ts';

/** What tabs and the popup have in common. */
abstract class ChromiumPage extends Hands implements Panel {
  protected readonly cdp: Cdp;

  constructor(cdp: Cdp, tally: Tally, where: string) {
    super(new ChromiumReach(cdp, 'page'), tally, where);
    this.cdp = cdp;
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  evaluate<T, A = undefined>(fn: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    return evaluateOver(this.cdp, fn, arg);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.cdp.send<{ data: string }>('Page.captureScreenshot');
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  abstract isOpen(): Promise<boolean>;

  async closed(timeoutMs?: number): Promise<void> {
    const gone = async () => ((await this.isOpen()) ? undefined : true);
    await until('see the page close', gone, timeoutMs);
  }

  abstract close(): Promise<void>;
}

export class ChromiumTab extends ChromiumPage implements Tab {
  readonly #page: Page;
  readonly #tally: Tally;

  private constructor(page: Page, cdp: Cdp, tally: Tally, where: string) {
    super(cdp, tally, where);
    this.#page = page;
    this.#tally = tally;
  }

  static async of(page: Page, tally: Tally, where = 'in the page'): Promise<ChromiumTab> {
    const session = await page.context().newCDPSession(page);
    return new ChromiumTab(page, overPlaywright(session), tally, where);
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  callout(): Callout {
    const reach = new ChromiumReach(this.cdp, 'callout');
    return new Hands(reach, this.#tally, 'in the callout').asCallout();
  }

  async front(): Promise<void> {
    this.#tally.note(`switch to ${this.#page.url()}`);
    await this.#page.bringToFront();
  }

  override async isOpen(): Promise<boolean> {
    return !this.#page.isClosed();
  }

  override async close(): Promise<void> {
    await this.#page.close();
  }
}

/** The real action popup. Pressing the page closes it, as for a person; then its methods throw `PageClosed`. */
export class ChromiumPopup extends ChromiumPage {
  readonly #session: TargetSession;
  readonly #browser: CDPSession;

  private constructor(session: TargetSession, browser: CDPSession, tally: Tally) {
    super(session, tally, 'in the popup');
    this.#session = session;
    this.#browser = browser;
  }

  static async of(browser: CDPSession, targetId: string, tally: Tally): Promise<ChromiumPopup> {
    return new ChromiumPopup(await TargetSession.attach(browser, targetId), browser, tally);
  }

  override async isOpen(): Promise<boolean> {
    const { targetInfos } = await this.#browser.send('Target.getTargets');
    return targetInfos.some((target) => target.targetId === this.#session.targetId);
  }

  override async close(): Promise<void> {
    if (!(await this.isOpen())) return;
    await this.#browser.send('Target.closeTarget', { targetId: this.#session.targetId });
    await this.closed();
  }
}

/** Runs a self-contained function in the target's own world. */
export async function evaluateOver<T, A>(
  cdp: Cdp,
  fn: (arg: A) => T | Promise<T>,
  arg?: A,
): Promise<T> {
  const answer = await cdp.send<{
    result: { value: T };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  }>('Runtime.evaluate', {
    expression: `(${fn.toString()})(${JSON.stringify(arg)})`,
    awaitPromise: true,
    returnByValue: true,
  });
  const problem = answer.exceptionDetails;
  if (problem) throw new Error(problem.exception?.description ?? problem.text);
  return answer.result.value;
}
