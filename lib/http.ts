import { KeyferryError } from './domain/errors';

/** The world's part of a request, handed in. */
export interface Io {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  now(): number;
  /** Ends every request early, with its own reason. */
  readonly signal?: AbortSignal;
}

/** What is sent. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The most bytes of an answer, when fewer than usual. */
  readonly largest?: number;
  /** Ends it early, with its own reason. */
  readonly signal?: AbortSignal;
}

/** What came back, read whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Chromium ends a worker's request after 30 seconds; ours ends before. */
const TIMEOUT = 20_000;
const LARGEST = 256 * 1024;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * One request, on the terms of every request that we make: no redirect, no cookie, no cache, no
 * referrer, at most 20 seconds, an answer of at most 256 KiB, https only (http on loopback).
 * @throws KeyferryError `unreachable` or `timed_out` with the host's name; never with a body.
 */
export async function request(
  { fetch, signal: always }: Pick<Io, 'fetch' | 'signal'>,
  { method, url, headers = {}, body, largest = LARGEST, signal: once }: HttpRequest,
): Promise<HttpAnswer> {
  const { protocol, hostname, host } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.includes(hostname))) {
    throw new KeyferryError('unreachable', [host]);
  }
  const timeout = AbortSignal.timeout(TIMEOUT);
  const asked = [always, once].filter((signal) => signal !== undefined);
  try {
    const answer = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([timeout, ...asked]),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      text: await readCapped(answer, largest),
    };
  } catch {
    for (const signal of asked) signal.throwIfAborted();
    // The cause is left out: browsers put addresses, and servers their words, into it.
    throw new KeyferryError(timeout.aborted ? 'timed_out' : 'unreachable', [host]);
  }
}

/**
 * How long the other side asks us to wait, in milliseconds (RFC 9110 §10.2.3, seconds or a date),
 * or undefined when it doesn't.
 */
export function retryAfter({ headers }: HttpAnswer, now: number): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (!said) return undefined;
  const wait = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}

/** An answer's text as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function readCapped(answer: Response, largest: number): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > largest) {
      await reader.cancel();
      throw new Error('The answer is too large.');
    }
    text += decoder.decode(value, { stream: true });
  }
}
