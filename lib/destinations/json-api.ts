import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import {
  parseJson,
  request,
  retryAfter,
  type HttpAnswer,
  type HttpRequest,
  type Io,
} from '@/lib/http';

/** One place's JSON API. */
export interface JsonApi {
  /** What people call it, for sentences; never an address. */
  readonly place: string;
  /** Without a slash at the end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came back: a status, and the body where it is JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  /** The time there when it was answered; epoch milliseconds. */
  readonly at: number | undefined;
  /** Ours for a status that the caller does not know better. Holds no word of the answer. */
  readonly error: KeyferryError;
}

/** One request with a JSON body. @throws KeyferryError of the network */
export async function callJson(
  io: Io,
  { place, base, headers }: JsonApi,
  method: HttpRequest['method'],
  path: string,
  body?: unknown,
): Promise<JsonAnswer> {
  const answer = await request(io, {
    method,
    url: `${base}${path}`,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    body: parseJson(answer.text),
    headers: answer.headers,
    at: timeOf(answer),
    error: errorFor(place, answer, io.now()),
  };
}

function timeOf({ headers }: HttpAnswer): number | undefined {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** A place's answer as an object; an answer that is none is a proxy's, and passes. @throws KeyferryError */
export function asObject<T>({ body }: JsonAnswer, { place }: JsonApi): Partial<T> {
  if (typeof body === 'object' && body !== null) return body;
  throw new KeyferryError('destination_unavailable', [place]);
}

const CODES: Readonly<Record<number, ErrorCode>> = {
  401: 'destination_credentials',
  403: 'destination_refused',
  404: 'destination_missing',
  408: 'destination_unavailable',
  409: 'destination_conflict',
  412: 'destination_unavailable',
  425: 'destination_unavailable',
  429: 'rate_limited',
};

/** What a status means that nobody knows better. One of success means that what was asked for is missing. */
export function codeOf(status: number): ErrorCode {
  const passes = status >= 500 || (status >= 200 && status < 300);
  return CODES[status] ?? (passes ? 'destination_unavailable' : 'destination_refused');
}

function errorFor(place: string, answer: HttpAnswer, now: number): KeyferryError {
  return new KeyferryError(codeOf(answer.status), [place], { retryAfter: retryAfter(answer, now) });
}
