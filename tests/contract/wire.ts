import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** What went over the wire. */
export interface Sent {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A server on loopback that keeps what it is sent, whoever sends it. */
export function listen(
  answer: (sent: Sent) => { readonly status?: number; readonly body?: unknown },
) {
  const heard: Sent[] = [];
  const server = createServer((asked, told) => {
    let text = '';
    asked.on('data', (chunk: Buffer) => (text += chunk.toString()));
    asked.on('end', () => {
      const { method, url: path, headers } = asked;
      const body = text === '' ? undefined : (JSON.parse(text) as unknown);
      const sent = { method, path, headers, body };
      heard.push(sent);
      const { status = 200, body: said } = answer(sent);
      told.writeHead(status, said === undefined ? {} : { 'content-type': 'application/json' });
      told.end(said === undefined ? undefined : JSON.stringify(said));
    });
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    /** A `fetch` to which every host is this server. */
    fetch(url: string, init: RequestInit): Promise<Response> {
      const { pathname, search } = new URL(url);
      return fetch(`${address()}${pathname}${search}`, init);
    },
    /** What an act sends, in order. */
    async wireOf(act: () => Promise<unknown>): Promise<readonly Sent[]> {
      heard.length = 0;
      await act();
      return [...heard];
    },
  };
}
