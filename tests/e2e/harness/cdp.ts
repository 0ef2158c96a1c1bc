import type { CDPSession } from 'playwright';
import { PageClosed } from './until.ts';

/** A connection to one target over Chrome's protocol, with answers named by the caller. */
export interface Cdp {
  send<T = unknown>(method: string, params?: object): Promise<T>;
}

export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

export function overPlaywright(session: CDPSession): Cdp {
  return {
    send: <T>(method: string, params?: object) =>
      session.send(method as 'Runtime.evaluate', params as never) as Promise<unknown> as Promise<T>,
  };
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A session to a target that Playwright doesn't surface: the action popup is one. */
export class TargetSession implements Cdp {
  readonly targetId: string;
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (params: never) => void>();
  #lastId = 0;
  #closed = false;

  private constructor(browser: CDPSession, targetId: string, sessionId: string) {
    this.#browser = browser;
    this.targetId = targetId;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#settle(JSON.parse(event.message) as Answer);
    });
    browser.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#close();
    });
  }

  static async attach(browser: CDPSession, targetId: string): Promise<TargetSession> {
    const attached = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new TargetSession(browser, targetId, attached.sessionId);
  }

  async send<T>(method: string, params: object = {}): Promise<T> {
    if (this.#closed) throw new PageClosed(`The page is closed: it can't do ${method}`);
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#browser
      .send('Target.sendMessageToTarget', {
        sessionId: this.#sessionId,
        message: JSON.stringify({ id, method, params }),
      })
      .catch(() => this.#close());
    return (await answer) as T;
  }

  /** Hears one kind of event; a later listener takes the place of an earlier one. */
  on(method: string, listener: (params: never) => void): void {
    this.#listeners.set(method, listener);
  }

  async detach(): Promise<void> {
    await this.#browser.send('Target.detachFromTarget', { sessionId: this.#sessionId });
  }

  #settle(answer: Answer): void {
    if (answer.method) this.#listeners.get(answer.method)?.(answer.params as never);
    const waiting = this.#waiting.get(answer.id ?? -1);
    this.#waiting.delete(answer.id ?? -1);
    if (answer.error) waiting?.reject(new Error(answer.error.message));
    else waiting?.resolve(answer.result);
  }

  // A closed target never answers, so that whoever waits must be told here.
  #close(): void {
    this.#closed = true;
    for (const waiting of this.#waiting.values())
      waiting.reject(new PageClosed('The page closed while the test handled it'));
    this.#waiting.clear();
  }
}
