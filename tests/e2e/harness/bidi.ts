/** A value as WebDriver BiDi returns it; only what the harness reads. */
export interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

export interface RemoteNode {
  readonly sharedId: string;
  readonly value?: { readonly shadowRoot?: { readonly sharedId: string } | null };
}

type Argument = { type: string; value: unknown } | { sharedId: string } | { type: 'undefined' };

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

type Outcome =
  | { readonly type: 'success'; readonly result: RemoteValue }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** WebDriver BiDi, with answers named by the caller. */
export class Bidi {
  readonly #connection: Connection;

  /** Takes the connection that Puppeteer holds: its own pages never finish loading at `moz-extension:` addresses. */
  constructor(browser: object) {
    this.#connection = (browser as { connection: Connection }).connection;
  }

  async send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return (await this.#connection.send(method, params)).result as T;
  }

  /** Calls a function in a context: in the page's own world, unless a sandbox is named. */
  async call(
    context: string,
    fn: string,
    args: readonly Argument[] = [],
    sandbox?: string,
  ): Promise<RemoteValue> {
    const outcome = await this.send<Outcome>('script.callFunction', {
      functionDeclaration: fn,
      arguments: args,
      awaitPromise: true,
      target: { context, ...(sandbox ? { sandbox } : {}) },
      serializationOptions: { maxDomDepth: 0 },
    });
    if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text);
    return outcome.result;
  }

  /** Runs a self-contained function; argument and answer travel as JSON. */
  async evaluate<T, A>(
    context: string,
    fn: (arg: A) => T | Promise<T>,
    arg?: A,
    sandbox?: string,
  ): Promise<T> {
    const source = `async (json) => JSON.stringify(await (${fn.toString()})(json === undefined ? undefined : JSON.parse(json)))`;
    const json: Argument =
      arg === undefined ? { type: 'undefined' } : { type: 'string', value: JSON.stringify(arg) };
    const { value } = await this.call(context, source, [json], sandbox);
    return (value === undefined ? undefined : JSON.parse(value as string)) as T;
  }
}
