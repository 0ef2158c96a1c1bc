import { readFileSync } from 'node:fs';
import type { ErrorCode } from '@/lib/domain/errors';

/** What a destination, or what is between us and it, may do to a request. */
export interface Fault {
  readonly answer: (init: RequestInit) => Response;
  /** It looks like success: only what is asked for in it is missing. */
  readonly isSuccess?: true;
}

const MEGABYTES = 10 * 1024 * 1024;

/** By the names that the table in lib/README.md gives them. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  '400': { answer: () => json(400) },
  '401': { answer: () => json(401) },
  '403': { answer: () => json(403) },
  '404': { answer: () => json(404) },
  '409': { answer: () => json(409) },
  '412': { answer: () => json(412) },
  '413': { answer: () => json(413) },
  '429': { answer: () => json(429) },
  '500': { answer: () => json(500) },
  '502': { answer: () => json(502) },
  '503': { answer: () => new Response('<html>busy</html>', { status: 503 }) },
  'HTML in place of JSON': {
    answer: () => new Response('<html>sign in</html>'),
    isSuccess: true,
  },
  'truncated answer': { answer: () => new Response('{"data":{"cur'), isSuccess: true },
  '10 MB answer': { answer: () => new Response(large()) },
  // To an extension these are one: the browser tells nothing of a request that failed.
  'reset, bad certificate, DNS, redirect': {
    answer: () => {
      throw new TypeError('fetch failed');
    },
  },
  'slow-loris': { answer: ({ signal }) => new Response(dripping(signal)) },
};

const json = (status: number) =>
  Response.json({ errors: [`no, ${status}`], message: 'no' }, { status });

function large(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(64 * 1024).fill(120);
  let left = MEGABYTES;
  return new ReadableStream({
    pull(stream) {
      if (left <= 0) return stream.close();
      left -= chunk.byteLength;
      stream.enqueue(chunk);
    },
  });
}

let latest: AbortController | undefined;

/** In place of `AbortSignal.timeout`: time passes only where something drips. */
export function stillClock(): AbortSignal {
  latest = new AbortController();
  return latest.signal;
}

/** A byte at a time, until the request is ended from our side. */
function dripping(signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> {
  const clock = latest;
  let drops = 0;
  return new ReadableStream({
    pull(stream) {
      if (signal?.aborted) return stream.error(signal.reason);
      stream.enqueue(new Uint8Array([123]));
      if ((drops += 1) === 20) clock?.abort(new DOMException('late', 'TimeoutError'));
    },
  });
}

/** The table of faults in lib/README.md: what each becomes. */
export function documentedFaults(): Readonly<Record<string, readonly string[]>> {
  const text = readFileSync('lib/README.md', 'utf8');
  const rows = [...text.matchAll(/^\| ([^|`]+?) +\| (`[a-z_]+`[^|]*?) +\|$/gm)];
  return Object.fromEntries(
    rows.map(([, fault = '', said = '']) => [
      fault,
      [...said.matchAll(/`([a-z_]+)`/g)].map(([, code = '']) => code),
    ]),
  );
}

/** The table of codes in lib/README.md: the state that a delivery is in then, and its sentence. */
export function documentedStates(): readonly (readonly [ErrorCode, string, string])[] {
  const text = readFileSync('lib/README.md', 'utf8');
  const rows = [
    ...text.matchAll(/^\| `([a-z_]+)` +\| ((?:waiting|failed)[^|]*?) +\| ([^|]+?) +\|$/gm),
  ];
  return rows.map(([, code = '', state = '', sentence = '']) => [
    code as ErrorCode,
    state,
    sentence,
  ]);
}
