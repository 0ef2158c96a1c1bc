import type { Bidi, RemoteNode, RemoteValue } from './bidi.ts';
import type { KeyName } from './driver.ts';
import { namesSource } from './firefox-names.ts';
import type { Control, Reach } from './hands.ts';
import { aimAt, readText, type Spot } from './in-page.ts';
import { KEYS } from './keys.ts';

const SANDBOX = 'keyferry-test';

/** Finds controls with a script in a world of its own, and presses with the browser's mouse. */
export class FirefoxReach implements Reach {
  readonly #bidi: Bidi;
  readonly #context: string;
  readonly #scope: 'page' | 'callout';

  constructor(bidi: Bidi, context: string, scope: 'page' | 'callout') {
    this.#bidi = bidi;
    this.#context = context;
    this.#scope = scope;
  }

  async controls(role: string): Promise<Control[]> {
    const root = await this.#root();
    if (!root) return [];
    const found = await this.#bidi.call(
      this.#context,
      await namesSource(),
      [{ sharedId: root }, { type: 'string', value: role }],
      SANDBOX,
    );
    return (found.value as RemoteValue[]).map((pair) => {
      const [name, element] = pair.value as [RemoteValue, RemoteValue];
      const sharedId = element.sharedId ?? '';
      return {
        name: name.value as string,
        aim: () => this.#call<Spot | { problem: string }>(aimAt, sharedId),
      };
    });
  }

  async text(): Promise<string> {
    const root = await this.#root();
    return root ? this.#call(readText, root) : '';
  }

  async click(x: number, y: number): Promise<void> {
    // WebDriver takes whole pixels only.
    const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' };
    await this.#perform('pointer', [
      move,
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async typeText(text: string): Promise<void> {
    await this.#strokes(Array.from(text));
  }

  async typeKey(name: KeyName): Promise<void> {
    await this.#strokes([KEYS[name].webdriver]);
  }

  #strokes(values: string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return this.#perform('key', actions);
  }

  async #perform(type: 'key' | 'pointer', actions: object[]): Promise<void> {
    try {
      await this.#bidi.send('input.performActions', {
        context: this.#context,
        actions: [{ type, id: type, actions }],
      });
    } catch (error) {
      // A press may close its own page before the protocol answers.
      if (!(error instanceof Error) || !/no such frame|AbortError|discarded/iu.test(error.message))
        throw error;
    }
  }

  /** The page's body, or the callout's closed shadow root, which only the protocol can reach. */
  async #root(): Promise<string | undefined> {
    const { nodes } = await this.#bidi.send<{ nodes: RemoteNode[] }>(
      'browsingContext.locateNodes',
      {
        context: this.#context,
        locator: { type: 'css', value: this.#scope === 'page' ? 'body' : 'keyferry-callout' },
        maxNodeCount: 1,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      },
    );
    const [node] = nodes;
    return this.#scope === 'page' ? node?.sharedId : node?.value?.shadowRoot?.sharedId;
  }

  async #call<T>(fn: (node: never) => T, sharedId: string): Promise<T> {
    const source = `(node) => JSON.stringify((${fn.toString()})(node))`;
    const { value } = await this.#bidi.call(this.#context, source, [{ sharedId }], SANDBOX);
    return JSON.parse(value as string) as T;
  }
}
