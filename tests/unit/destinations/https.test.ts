import dns from 'node:dns';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { request, type HttpRequest } from '@/lib/http';
import { certificateFor, type Certificate } from '../../standin/certificate.ts';
import { fakeKey } from '../fake-key.ts';

const KEY = fakeKey('proj');
const HOST = 'localhost';
const before = getCACertificates('default');
const servers: Server[] = [];
let certificate: Certificate;

beforeAll(async () => {
  certificate = await certificateFor([HOST], join('.cache', 'https-test.json'));
});
afterEach(() => {
  vi.restoreAllMocks();
  setDefaultCACertificates(before);
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(() => setDefaultCACertificates(before));

/** A server of our own on loopback, over TLS, and how often somebody connected to it. */
async function serve(answer: RequestListener) {
  const server = createServer(certificate, answer);
  servers.push(server);
  const heard = { connections: 0, bytes: 0 };
  server.on('connection', (socket: { bytesRead: number; on: NodeJS.EventEmitter['on'] }) => {
    heard.connections += 1;
    socket.on('close', () => (heard.bytes += socket.bytesRead));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `https://${HOST}:${(server.address() as AddressInfo).port}/`, heard };
}

const io = { fetch: (url: string, init: RequestInit) => fetch(url, init) };
const trust = () => setDefaultCACertificates([...before, certificate.cert]);

async function send(url: string, more: Partial<HttpRequest> = {}): Promise<unknown> {
  const body = JSON.stringify({ key: KEY });
  const asked = { method: 'POST', url, headers: { authorization: `Bearer ${KEY}` }, body, ...more };
  return request(io, asked as HttpRequest).catch((error: unknown) => {
    expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toContain(KEY);
    return error;
  });
}
const unreachable = { code: 'unreachable' };

test('Over TLS, with a certificate that is trusted, a request arrives whole.', async () => {
  trust();
  let got = '';
  const { url } = await serve((asked, answer) => {
    asked.on('data', (chunk: Buffer) => (got += chunk.toString()));
    asked.on('end', () => answer.end('{}'));
  });
  expect(await send(url)).toMatchObject({ status: 200, text: '{}' });
  expect(got).toBe(JSON.stringify({ key: KEY }));
});

test.each([301, 302, 303, 307, 308])(
  'A redirect by %i to another origin is not followed: that one gets 0 bytes.',
  async (status) => {
    trust();
    const second = await serve((_asked, answer) => answer.end('{}'));
    const first = await serve((_asked, answer) =>
      answer.writeHead(status, { location: `${second.url}?key=` }).end(),
    );
    expect(await send(first.url)).toMatchObject(unreachable);
    expect(await send(first.url, { method: 'PUT' })).toMatchObject(unreachable);
    expect(first.heard.connections).toBeGreaterThan(0);
    expect(second.heard).toEqual({ connections: 0, bytes: 0 });
  },
);

test('A certificate that nobody vouches for ends it before a word is said.', async () => {
  let isAsked = false;
  const { url } = await serve((_asked, answer) => {
    isAsked = true;
    answer.end('{}');
  });
  expect(await send(url)).toMatchObject(unreachable);
  expect(isAsked).toBe(false);
});

test('A certificate of another host is as good as none.', async () => {
  trust();
  const { url } = await serve((_asked, answer) => answer.end('{}'));
  expect(await send(url.replace(HOST, '127.0.0.1'))).toMatchObject(unreachable);
});

test('A name that is not known can’t be reached.', async () => {
  const lookup = vi
    .spyOn(dns, 'lookup')
    .mockImplementation(((_host: string, _options: object, done: (error: Error) => void) =>
      done(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))) as never);
  expect(await send('https://vault.nowhere.example/')).toMatchObject({
    ...unreachable,
    words: ['vault.nowhere.example'],
  });
  expect(lookup).toHaveBeenCalled();
});

test.each([
  ['before an answer', (answer: Parameters<RequestListener>[1]) => answer.destroy()],
  [
    'within an answer',
    (answer: Parameters<RequestListener>[1]) => {
      answer.writeHead(200, { 'content-length': '100' });
      answer.write('{"data":', () => answer.destroy());
    },
  ],
])('A connection that is reset %s is none.', async (_title, act) => {
  trust();
  const { url } = await serve((_asked, answer) => {
    act(answer);
  });
  expect(await send(url)).toMatchObject(unreachable);
});

test('Of 10 MB no more than 256 KiB is read.', async () => {
  trust();
  const chunk = Buffer.alloc(64 * 1024, 'x');
  let written = 0;
  const { url } = await serve((_asked, answer) => {
    const more = () => {
      if (written >= 10 * 1024 * 1024 || answer.destroyed) return answer.end();
      written += chunk.byteLength;
      return answer.write(chunk, () => setImmediate(more));
    };
    more();
  });
  expect(await send(url)).toMatchObject(unreachable);
});

test('An answer that drips byte by byte ends after 20 seconds, although something always comes.', async () => {
  trust();
  const clock = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
  const { url } = await serve((_asked, answer) => {
    let drops = 0;
    const drip = () => {
      if (answer.destroyed) return;
      answer.write('x', () => setImmediate(drip));
      if ((drops += 1) === 30) clock.abort(new DOMException('late', 'TimeoutError'));
    };
    drip();
  });
  expect(await send(url)).toMatchObject({ code: 'timed_out' });
  expect(timeout).toHaveBeenCalledWith(20_000);
});
