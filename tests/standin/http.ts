import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer of one of the stand-in's servers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly html?: string;
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request, read whole. */
export interface Question {
  readonly host: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const LARGEST = 1_000_000;

/** The host that a request is meant for, without the port. */
export function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

/** Reads the body of a request whole. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) throw new Error('The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads a request whole. */
export async function readQuestion(request: IncomingMessage): Promise<Question> {
  const body = await readBody(request);
  const host = hostOf(request);
  return {
    host,
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `https://${host || 'unknown.invalid'}`),
    headers: request.headers,
    body: body.toString('utf8'),
  };
}

/** Writes an answer. */
export function writeAnswer(response: ServerResponse, answer: Answer): void {
  const { status, body, html, file, headers = {} } = answer;
  const type = file?.type ?? (html === undefined ? 'application/json' : 'text/html; charset=utf-8');
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(file?.bytes ?? html ?? (body === undefined ? '' : JSON.stringify(body)));
}

/** The body of a question as JSON; undefined when it is none. */
export function jsonOf({ body }: Question): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
