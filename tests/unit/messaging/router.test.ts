import { expect, test, vi } from 'vitest';
import { KeyferryError } from '@/lib/domain/errors';
import { protocol, type MessageName } from '@/lib/messaging/protocol';
import { createRouter, type Handlers } from '@/lib/messaging/router';

const popup = { id: 'own', url: 'chrome-extension://own/popup.html' };
const facts = () =>
  Promise.resolve({
    ownId: 'own',
    ownRoot: 'chrome-extension://own/',
    guidedTabs: new Set<number>(),
    portalTabs: new Map<number, string>(),
  });

function routerWith(handle: (...all: never[]) => Promise<unknown>) {
  const handlers = Object.fromEntries(Object.keys(protocol).map((name) => [name, handle]));
  return createRouter(handlers as unknown as Handlers, facts);
}

test.each([
  undefined,
  null,
  7,
  'vault/lock',
  {},
  { name: 7 },
  { name: 'vault/steal' },
  { name: '__proto__' },
  { name: 'toString' },
])('what is no message of the table is refused: %j', async (message) => {
  const handle = vi.fn();
  expect(await routerWith(handle)(message, popup)).toMatchObject({
    error: { code: 'not_allowed' },
  });
  expect(handle).not.toHaveBeenCalled();
});

test.each(Object.keys(protocol) as MessageName[])(
  '%s with a word too many does not reach its handler',
  async (name) => {
    const handle = vi.fn();
    const sender = { ...popup, url: popup.url };
    const answer = await routerWith(handle)({ name, request: { surprise: true } }, sender);
    expect(answer).toHaveProperty('error');
    expect(handle).not.toHaveBeenCalled();
  },
);

test('an error of ours crosses by its code; any other by none of its words', async () => {
  const ours = routerWith(() => Promise.reject(new KeyferryError('vault_locked', ['x'])));
  expect(await ours({ name: 'vault/lock', request: {} }, popup)).toEqual({
    error: { code: 'vault_locked', words: ['x'] },
  });
  const other = routerWith(() => Promise.reject(new Error('sk-FAKE in a message')));
  expect(await other({ name: 'vault/lock', request: {} }, popup)).toEqual({
    error: { code: 'internal', words: [] },
  });
});
