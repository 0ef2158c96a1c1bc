import { describe, expect, test, vi } from 'vitest';
import { protocol, type MessageName, type SenderRule } from '@/lib/messaging/protocol';
import { createRouter, type Handlers } from '@/lib/messaging/router';
import type { Sender } from '@/lib/messaging/sender';
import { MESSAGES, NAMES } from '../../e2e/messages';
import { dashboard, facts, popup, portal } from './senders';

const SPEAKER: Readonly<Record<SenderRule, Sender>> = {
  'extension-page': popup,
  dashboard,
  guide: dashboard,
  portal,
};

/** Sends one message, from whoever may send it. @returns the answer, and whether a handler was called. */
async function say(message: unknown, sender: Sender = popup) {
  const handle = vi.fn(() => Promise.resolve(null));
  const handlers = Object.fromEntries(NAMES.map((name) => [name, handle]));
  const route = createRouter(handlers as unknown as Handlers, () => Promise.resolve(facts));
  const reply = await route(message, sender);
  return { reply, wasHandled: handle.mock.calls.length > 0 };
}
const speaker = (name: MessageName) => SPEAKER[protocol[name].from[0]];
const no = (code: string) => ({ reply: { error: { code, words: [] } }, wasHandled: false });

test.each([
  undefined,
  null,
  7,
  'vault/lock',
  ['vault/lock'],
  {},
  { name: 7 },
  { name: ['vault/lock'], request: {} },
  { name: 'vault/steal' },
  { name: 'VAULT/LOCK', request: {} },
  { name: '' },
  { name: '__proto__' },
  { name: 'constructor' },
  { name: 'toString' },
])('What is no message of the table is refused: %j', async (message) => {
  expect(await say(message)).toEqual(no('not_allowed'));
});

describe.each(NAMES)('%s', (name) => {
  test('comes through as it should be.', async () => {
    expect(await say({ name, request: MESSAGES[name] }, speaker(name))).toEqual({
      reply: { ok: null },
      wasHandled: true,
    });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
    ['a word too many', { ...MESSAGES[name], surprise: true }],
    ['a hidden word too many', JSON.parse('{"__proto__":{"a":1}}')],
  ])('does not come through with %s.', async (_title, request) => {
    expect(await say({ name, request }, speaker(name))).toEqual(no('invalid_settings'));
  });

  const fields = Object.keys(MESSAGES[name]);
  test.each(fields)('does not come through without a right “%s”.', async (field) => {
    for (const value of [null, {}, [], Symbol.iterator, Number.NaN, 'x'.repeat(70_000)]) {
      const request = { ...MESSAGES[name], [field]: value };
      expect(await say({ name, request }, speaker(name))).toEqual(no('invalid_settings'));
    }
  });
});

const AWS = MESSAGES['destination/save'] as { settings: object };
test.each<[string, object]>([
  ['another kind', { adapter: 'webhook' }],
  ['a region that is a host', { settings: { ...AWS.settings, region: 'evil.test/eu-central-1' } }],
  ['a region that ends in a host', { settings: { ...AWS.settings, region: 'eu-central-1.evil' } }],
  ['a region of two lines', { settings: { ...AWS.settings, region: 'eu-central-1\n' } }],
  ['a name with a line break', { settings: { ...AWS.settings, secretName: 'a\nb' } }],
  [
    'an access key of two lines',
    { settings: { ...AWS.settings, accessKeyId: 'AKIAFAKEFAKEFAKE\r\n' } },
  ],
  ['an address of its own', { settings: { ...AWS.settings, endpoint: 'https://evil.test' } }],
])('A destination with %s is not saved.', async (_title, wrong) => {
  const request = { ...AWS, ...wrong };
  expect(await say({ name: 'destination/save', request })).toEqual(no('invalid_settings'));
});
