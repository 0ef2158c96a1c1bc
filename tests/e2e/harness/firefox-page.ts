import { writeFile } from 'node:fs/promises';
import type { Bidi } from './bidi.ts';
import type { Callout, Panel, Tab } from './driver.ts';
import { FirefoxReach } from './firefox-reach.ts';
import { Hands } from './hands.ts';
import type { Tally } from './tally.ts';
import { PageClosed, until } from './until.ts';

interface Context {
  readonly context: string;
  readonly url: string;
}

/** All tabs, oldest first. */
export async function contexts(bidi: Bidi): Promise<Context[]> {
  const tree = await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', { maxDepth: 0 });
  return tree.contexts;
}

export class FirefoxTab extends Hands implements Tab, Panel {
  readonly #bidi: Bidi;
  readonly #context: string;
  readonly #tally: Tally;

  constructor(bidi: Bidi, context: string, tally: Tally, where = 'in the page') {
    super(new FirefoxReach(bidi, context, 'page'), tally, where);
    this.#bidi = bidi;
    this.#context = context;
    this.#tally = tally;
  }

  async url(): Promise<string> {
    const own = (await contexts(this.#bidi)).find(({ context }) => context === this.#context);
    if (!own) throw new PageClosed('The page is closed');
    return own.url;
  }

  async goto(url: string): Promise<void> {
    const extension = url.startsWith('moz-extension:');
    // Firefox never reports an extension page as loaded.
    const wait = extension ? 'none' : 'complete';
    await this.#bidi.send('browsingContext.navigate', { context: this.#context, url, wait });
    if (!extension) return;
    await until(`load ${url}`, async () => {
      const ready = await this.evaluate(
        () => location.protocol === 'moz-extension:' && document.readyState === 'complete',
      );
      return ready || undefined;
    });
  }

  evaluate<T, A = undefined>(fn: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    return this.#bidi.evaluate(this.#context, fn, arg);
  }

  callout(): Callout {
    const reach = new FirefoxReach(this.#bidi, this.#context, 'callout');
    return new Hands(reach, this.#tally, 'in the callout').asCallout();
  }

  async screenshot(path: string): Promise<void> {
    const shot = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.#context,
    });
    await writeFile(path, Buffer.from(shot.data, 'base64'));
  }

  async front(): Promise<void> {
    this.#tally.note(`switch to ${await this.url()}`);
    await this.#bidi.send('browsingContext.activate', { context: this.#context });
  }

  async isOpen(): Promise<boolean> {
    return (await contexts(this.#bidi)).some(({ context }) => context === this.#context);
  }

  async closed(timeoutMs?: number): Promise<void> {
    const gone = async () => ((await this.isOpen()) ? undefined : true);
    await until('see the page close', gone, timeoutMs);
  }

  async close(): Promise<void> {
    if (await this.isOpen())
      await this.#bidi.send('browsingContext.close', { context: this.#context });
  }
}
