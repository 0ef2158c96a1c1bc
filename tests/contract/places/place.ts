import type { Adapter } from '@/lib/destinations/destination';
import type { Io } from '@/lib/http';

/** A destination as somebody plays it, with the eyes of its owner. */
export interface Place<S = unknown> {
  readonly adapter: Adapter<S>;
  readonly settings: S;
  /** The same, with credentials that are wrong. */
  readonly strange: S;
  readonly fetch: Io['fetch'];
  /** The value under the settings' name, as its owner reads it. */
  read(): Promise<string | undefined>;
  /** How often something was written there. */
  writes(): number;
  /** Somebody else writes there; missing where nothing can be in the way. */
  readonly intrude?: (value: string) => Promise<void>;
  /** What did not fit the vendor's own description of its API. */
  readonly violations: readonly string[];
  close?(): Promise<void>;
}

/** A request as a played place sees it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

/** What a played place answers. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A `fetch` that hands every request to a function. */
export function playing(answer: (asked: Asked) => Answered | Promise<Answered>): Io['fetch'] {
  return async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const text = typeof init.body === 'string' ? init.body : '';
    const { status, body, headers } = await answer({
      method: init.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: new Headers(init.headers),
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      text,
    });
    const isEmpty = status === 204 || body === undefined;
    return new Response(isEmpty ? null : JSON.stringify(body), {
      status,
      headers: { ...(isEmpty ? {} : { 'content-type': 'application/json' }), ...headers },
    });
  };
}
