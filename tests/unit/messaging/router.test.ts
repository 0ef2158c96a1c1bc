import { describe, expect, test } from 'vitest';
import { KeyferryError } from '@/lib/domain/errors';
import type { MessageName } from '@/lib/messaging/protocol';
import { createRouter, type Handlers } from '@/lib/messaging/router';
import type { Sender } from '@/lib/messaging/sender';
import { MESSAGES, NAMES } from '../../e2e/messages';
import { app, dashboard, facts, popup, portal, STRANGERS } from './senders';

const OURS: readonly MessageName[] = [
  'app/state',
  'vault/create',
  'vault/unlock',
  'vault/prove',
  'vault/lock',
  'vault/check',
  'vault/change-passphrase',
  'vault/add-passkey',
  'vault/remove-passkey',
  'vault/locking',
  'vault/stakes',
  'vault/start-over',
  'activity/list',
  'activity/check',
  'backup/make',
  'backup/rescue',
  'backup/saved',
  'backup/put-off',
  'backup/compare',
  'backup/restore',
  'guide/start',
  'guide/edit',
  'guide/revoke',
  'guide/return',
  'guide/end',
  'key/save-visible',
  'key/paste',
  'key/save-held',
  'key/reveal',
  'key/copied',
  'key/uncopied',
  'key/discard',
  'key/choose',
  'key/dismiss',
  'key/edit',
  'key/keep',
  'key/restore',
  'removed/restore',
  'key/view',
  'keys/list',
  'delivery/send',
  'delivery/plan',
  'delivery/retry',
  'delivery/replace',
  'delivery/show',
  'delivery/pause',
  'delivery/pause-all',
  'delivery/cancel',
  'delivery/plan-undo',
  'delivery/undo',
  'delivery/file',
  'delivery/saved',
  'delivery/vouch',
  'portal/address',
  'practice/save',
  'verification/again',
  'verification/all',
  'verification/all-questions',
  'verification/questions',
  'verification/seen',
  'verification/settings',
  'verification/usage',
  'destination/save',
  'destination/test',
  'destination/read',
  'destination/remove',
  'destination/test-update',
  'destination/update',
  'destination/webhook-pair',
  'destination/sign-in',
  'destination/signed-in',
  'destination/oidc',
  'destination/oidc-again',
  'recipe/read',
  'recipe/fetch',
  'recipe/preview',
  'recipe/import',
  'recipe/save',
  'recipe/remove',
];
const DASHBOARD: readonly MessageName[] = [
  'page/hello',
  'key/visible',
  'key/capture',
  'key/gone',
  'guide/brief',
];
const GUIDE: readonly MessageName[] = [
  'guide/report',
  'guide/armed',
  'guide/hands',
  'key/listed',
  'guide/again',
  'guide/stop',
];
const PORTAL: readonly MessageName[] = [
  'delivery/vouch',
  'portal/brief',
  'portal/fill',
  'portal/again',
  'portal/show-key',
  'portal/report',
];

/** A router that remembers whose handler it called. */
function createRecorder(answer: () => Promise<unknown> = () => Promise.resolve(null)) {
  const called: unknown[][] = [];
  const handlers = Object.fromEntries(
    NAMES.map((name) => [
      name,
      (...given: unknown[]) => {
        called.push([name, ...given]);
        return answer();
      },
    ]),
  );
  const route = createRouter(handlers as unknown as Handlers, () => Promise.resolve(facts));
  return { called, route };
}

/** Sends every message of the table, well-formed. @returns the names of those that came through. */
async function heard(sender: Sender): Promise<unknown[]> {
  const { called, route } = createRecorder();
  for (const name of NAMES) {
    const reply = await route({ name, request: MESSAGES[name] }, sender);
    const wasCalled = called.at(-1)?.[0] === name;
    expect(reply).toEqual(wasCalled ? { ok: null } : { error: { code: 'not_allowed', words: [] } });
  }
  return called.map(([name]) => name);
}
const sorted = (names: readonly unknown[]) => names.map(String).toSorted();

describe('Of all messages', () => {
  test.each<[string, Sender, readonly MessageName[]]>([
    ['the popup', popup, OURS],
    ['the app page', app, OURS],
    ['the dashboard in the guide’s tab', dashboard, [...DASHBOARD, ...GUIDE]],
    ['the dashboard in another tab', { ...dashboard, tab: { id: 5 } }, DASHBOARD],
    ['the dashboard in the portal’s tab', { ...dashboard, tab: { id: 2 } }, DASHBOARD],
    [
      'a dashboard of a browser that says no lifecycle',
      lifeless(dashboard),
      [...DASHBOARD, ...GUIDE],
    ],
    ['the portal in its tab', portal, PORTAL],
  ])('%s may send its own, and no other.', async (_who, sender, names) => {
    expect(sorted(await heard(sender))).toEqual(sorted(names));
  });

  test.each(STRANGERS)('%s may send none.', async (_who, sender) => {
    expect(await heard(sender)).toEqual([]);
  });

  test('only one’s answer holds a key, and only a portal in its tab may ask for it.', () => {
    expect(PORTAL).toContain('portal/fill');
    expect([...OURS, ...DASHBOARD, ...GUIDE]).not.toContain('portal/fill');
  });
});

test('A handler is told who speaks and from which tab, and no more.', async () => {
  const { called, route } = createRecorder();
  await route({ name: 'guide/stop', request: {} }, dashboard);
  await route({ name: 'delivery/vouch', request: MESSAGES['delivery/vouch'] }, portal);
  await route({ name: 'vault/lock', request: {} }, popup);
  expect(called).toEqual([
    ['guide/stop', {}, { tabId: 1, rule: 'guide' }],
    ['delivery/vouch', MESSAGES['delivery/vouch'], { tabId: 2, rule: 'portal' }],
    ['vault/lock', {}, { tabId: undefined, rule: 'extension-page' }],
  ]);
});

test('An error of ours crosses by its code; any other by none of its words.', async () => {
  const ours = createRecorder(() => Promise.reject(new KeyferryError('vault_locked', ['x'])));
  expect(await ours.route({ name: 'vault/lock', request: {} }, popup)).toEqual({
    error: { code: 'vault_locked', words: ['x'] },
  });
  const other = createRecorder(() => Promise.reject(new Error('sk-FAKE in a message')));
  expect(await other.route({ name: 'vault/lock', request: {} }, popup)).toEqual({
    error: { code: 'internal', words: [] },
  });
});

function lifeless({ documentLifecycle: _none, ...rest }: Sender): Sender {
  return rest;
}
