import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { KeyferryError } from '@/lib/domain/errors';
import { request, type HttpRequest, type Io } from '@/lib/http';
import { fakeKey } from '../fake-key.ts';

const KEY = fakeKey('proj');
const POST: HttpRequest = {
  method: 'POST',
  url: 'https://place.example:8443/path',
  headers: { authorization: `Bearer ${KEY}` },
  body: JSON.stringify({ key: KEY }),
};
const servers: Server[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** @returns the address of a server of our own on loopback. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const real = { fetch: (url: string, init: RequestInit) => fetch(url, init) };

function failure(io: Pick<Io, 'fetch'>, asked: HttpRequest): Promise<unknown> {
  return request(io, asked).then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('Every request leaves on the same terms.', async () => {
  const fetching = vi.fn<Io['fetch']>(() => Promise.resolve(new Response('yes')));
  expect(await request({ fetch: fetching }, POST)).toMatchObject({ status: 200, text: 'yes' });
  expect(fetching.mock.calls[0]?.[0]).toBe(POST.url);
  expect(fetching.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    body: POST.body,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
});

test('Cookies never ride along, not even those that the same server has just set.', async () => {
  const cookies: (string | undefined)[] = [];
  const url = await serve((asked, answer) => {
    cookies.push(asked.headers.cookie);
    answer.setHeader('set-cookie', 'session=of-the-person; Path=/').end('{}');
  });
  for (const method of ['GET', 'POST', 'DELETE'] as const) await request(real, { method, url });
  expect(cookies).toEqual([undefined, undefined, undefined]);
});

test('A redirect is refused, and nothing reaches where it leads.', async () => {
  let reached = false;
  const second = await serve((_asked, answer) => {
    reached = true;
    answer.end();
  });
  const first = await serve((_asked, answer) => answer.writeHead(307, { location: second }).end());
  expect(await failure(real, { ...POST, url: first })).toMatchObject({ code: 'unreachable' });
  expect(reached).toBe(false);
});

test.each([
  ['of 256 KiB is read', 256 * 1024, true],
  ['beyond that is broken off', 256 * 1024 + 1, false],
])('An answer %s.', async (_title, size, isRead) => {
  const url = await serve((_asked, answer) => answer.end('x'.repeat(size)));
  const outcome = await request(real, { method: 'GET', url }).then(
    ({ text }) => text.length,
    (error: unknown) => error,
  );
  if (isRead) expect(outcome).toBe(size);
  else expect(outcome).toMatchObject({ code: 'unreachable' });
});

test('Characters that arrive in pieces stay whole.', async () => {
  const bytes = Buffer.from('Schlüssel 🔑');
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const io = { fetch: () => Promise.resolve(new Response(pieces)) };
  expect((await request(io, POST)).text).toBe('Schlüssel 🔑');
});

test('After 20 seconds a request has timed out.', async () => {
  const clock = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
  const url = await serve(() => clock.abort(new DOMException('late', 'TimeoutError')));
  expect(await failure(real, { method: 'GET', url })).toMatchObject({
    code: 'timed_out',
    words: [new URL(url).host],
  });
  expect(timeout).toHaveBeenCalledWith(20_000);
});

test('An answer that stalls half-way has timed out too.', async () => {
  const clock = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
  const url = await serve((_asked, answer) => {
    answer.write('half', () => clock.abort(new DOMException('late', 'TimeoutError')));
  });
  expect(await failure(real, { method: 'GET', url })).toMatchObject({ code: 'timed_out' });
});

test('Who ends a request early gets the own reason back.', async () => {
  const caller = new AbortController();
  const reason = new Error('Not wanted any more.');
  const url = await serve(() => caller.abort(reason));
  expect(await failure(real, { method: 'GET', url, signal: caller.signal })).toBe(reason);
});

test.each([
  ['http://place.example/', false],
  ['http://localhost.example/', false],
  ['ftp://127.0.0.1/', false],
  ['https://place.example/', true],
  ['http://localhost:8200/', true],
  ['http://127.0.0.1:8200/', true],
  ['http://[::1]:8200/', true],
])('For %s it is %s that a request leaves.', async (url, leaves) => {
  const fetching = vi.fn<Io['fetch']>(() => Promise.resolve(new Response('')));
  const error = await failure({ fetch: fetching }, { method: 'GET', url });
  expect(fetching).toHaveBeenCalledTimes(leaves ? 1 : 0);
  expect(error === undefined).toBe(leaves);
});

test('An error names the host, and holds neither token, body nor cause.', async () => {
  const io = { fetch: () => Promise.reject(new TypeError(`could not send ${POST.body}`)) };
  const error = await failure(io, POST);
  expect(error).toBeInstanceOf(KeyferryError);
  expect(error).toMatchObject({ code: 'unreachable', words: ['place.example:8443'] });
  const { message, stack, cause, words } = error as KeyferryError;
  expect(cause).toBeUndefined();
  expect([message, stack, ...words].join('\n')).not.toContain(KEY);
});
