// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PlatformProvider, type Platform } from '@/components/platform';
import { Popup } from '@/components/shell/popup';
import { PRACTICE_PLACE } from '@/lib/domain/practice';
import type { AppState, DeliveryView, DestinationView, KeyView } from '@/lib/domain/views';
import type { VerificationReason } from '@/lib/domain/verification';
import { delivery, key, state } from './fixtures';

vi.mock('#i18n', async () => ({ i18n: (await import('./english')).english }));
const sent: [string, unknown][] = [];
let shown: AppState;
vi.mock('@/lib/messaging/client', () => ({
  send: async (name: string, request: unknown) => {
    sent.push([name, request]);
    return name === 'app/state' ? shown : name === 'delivery/plan' ? {} : [];
  },
}));

const left = vi.fn();
const welcomed = vi.fn();
const platform = {
  watch: () => () => undefined,
  requestAccess: vi.fn(),
  openApp: vi.fn(),
  openWelcome: welcomed,
  leave: left,
  signIn: undefined,
  passkeys: 'in-app',
} as unknown as Platform;
let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  sent.length = 0;
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.clearAllMocks();
});

/** The popup as it opens on a state. */
async function open(now: AppState): Promise<void> {
  shown = now;
  await act(async () =>
    root.render(
      <PlatformProvider value={platform}>
        <Popup />
      </PlatformProvider>,
    ),
  );
}

/** Closes the popup as a press outside it does, and opens it again. */
async function reopen(now: AppState): Promise<void> {
  await act(async () => root.unmount());
  root = createRoot(document.body);
  await open(now);
}

const primaries = () =>
  [...document.querySelectorAll('.button-primary')].map((button) => button.textContent);
const focused = () => {
  const { activeElement: at } = document;
  if (at instanceof HTMLInputElement) return `field: ${at.labels?.[0]?.textContent}`;
  return at === document.body ? undefined : at?.textContent;
};
const press = (name: string) =>
  act(async () => {
    const found = [...document.querySelectorAll('button,input')].find(
      (each) =>
        each.textContent === name ||
        (each as HTMLInputElement).labels?.[0]?.textContent?.includes(name),
    );
    if (!(found instanceof HTMLElement)) throw new Error(`No ${name}`);
    found.click();
  });

const place = (more: Partial<DestinationView> = {}): DestinationView => ({
  id: 'portal:doit',
  label: 'DoiT',
  adapter: 'portal',
  origins: ['https://console.doit.com/*'],
  allowed: true,
  accepts: ['admin'],
  fromCatalogue: true,
  ...more,
});
const vaultPlace = place({ id: 'vault', label: 'Vault', adapter: 'vault-kv' });
const guide = {
  recipeId: 'doit',
  product: 'DoiT',
  tabId: 1,
  isAway: false,
  step: 3,
  total: 6,
  sentence: 'Choose Restricted.',
};
const recipe = {
  id: 'doit',
  product: 'DoiT',
  purpose: 'cost and usage',
  keyKind: 'admin',
  origin: 'catalogue',
} as const;
const at = (one: Partial<DeliveryView> = {}, more: Partial<KeyView> = {}) =>
  state({
    keys: [key({ deliveries: [delivery(one)], ...more })],
    currentKeyId: 'key-1',
    destinations: [place(), vaultPlace],
  });
const sending = { verification: { state: 'checking', progress: { done: 2, total: 8 } } } as const;
const proved = { verification: { state: 'done', outcome: 'verified' } } as const;
const captured = state({ keys: [key()], currentKeyId: 'key-1', destinations: [place()] });
const practiced = (deliveries: readonly DeliveryView[]) =>
  state({ keys: [key({ kind: 'practice', deliveries })], currentKeyId: 'key-1' });
const no = (reason: VerificationReason, more: object = {}) =>
  at(
    { state: 'confirmed', proof: 'tested' },
    { verification: { state: 'done', outcome: 'rejected', reason }, ...more },
  );
const EDIT = 'Edit its permissions in OpenAI';
const inFile = { destinationId: PRACTICE_PLACE, label: 'keyferry-practice.age' };

describe('whatever the popup opens on has one primary action, which has the focus', () => {
  test.each<[string, AppState, string | undefined, string | undefined]>([
    [
      'before the set-up',
      state({ vault: 'missing' }),
      'Set up and practice',
      'Set up and practice',
    ],
    [
      'before the set-up, with a key that waits for it',
      state({ vault: 'missing', held: { redacted: 'sk-…FAKE', why: 'no-vault' } }),
      'Create vault',
      'field: Passphrase',
    ],
    ['locked', state({ vault: 'locked' }), 'Unlock', 'field: Passphrase'],
    [
      'a vault that does not open',
      state({ vault: 'broken', trouble: 'vault_unreadable' }),
      'Try again',
      'Try again',
    ],
    [
      'a key that could not be saved',
      state({ held: { redacted: 'sk-…FAKE', why: 'disk-full' } }),
      'Try again now',
      'Try again now',
    ],
    ['a guide', state({ guide }), 'Show the step', 'Show the step'],
    [
      'a guide whose tab went elsewhere',
      state({ guide: { ...guide, isAway: true } }),
      'Back to the page',
      'Back to the page',
    ],
    ['a key on the page in front', state({ keyVisible: true }), 'Save key', 'Save key'],
    ['a key that was captured', captured, 'Send and verify', 'Send and verify'],
    [
      'a key with no place to go to',
      state({ keys: [key()], currentKeyId: 'key-1' }),
      'Add a destination',
      'Add a destination',
    ],
    ['sending by a form', at({ stage: 'fill' }, sending), 'Go to DoiT', 'Go to DoiT'],
    [
      'sending by itself: there is nothing for the person to do',
      at({ destinationId: 'vault', label: 'Vault' }, sending),
      undefined,
      undefined,
    ],
    [
      'a delivery that failed',
      at({ state: 'failed', reason: 'unreachable' }),
      'Try again',
      'Try again',
    ],
    [
      'a delivery that waits',
      at({ state: 'waiting', reason: 'page_closed' }),
      'Try again',
      'Try again',
    ],
    [
      'a place that holds something of others',
      at({ state: 'waiting', reason: 'destination_conflict' }),
      'Choose another name',
      'Choose another name',
    ],
    [
      'a test that could not be read',
      at({ state: 'failed', reason: 'product_test_unread' }),
      'Yes',
      'Yes',
    ],
    ['done', at({ state: 'confirmed', proof: 'tested' }, proved), 'Done', 'Done'],
    ['done, but a right lacks', no('missing_scope'), EDIT, EDIT],
    ['done, but OpenAI knows it no more', no('revoked'), 'Replace this key', 'Replace this key'],
    [
      'the same for a key without a recipe',
      no('revoked', { recipeId: undefined, product: undefined }),
      'Check again',
      'Check again',
    ],
    ['a key of the practice', practiced([]), 'Send and verify', 'Send and verify'],
    ['a file of the practice', practiced([delivery(inFile)]), 'Save the file', 'Save the file'],
    [
      'the end of the practice',
      practiced([delivery({ ...inFile, state: 'confirmed' })]),
      'Get your first real key',
      'Get your first real key',
    ],
    [
      'nothing to do: one picks from the list, and Enter takes what the search finds',
      state({ recipes: [recipe] }),
      undefined,
      'field: Search 1 recipe',
    ],
  ])('%s', async (_name, now, primary, focus) => {
    await open(now);
    expect(primaries()).toEqual(primary === undefined ? [] : [primary]);
    expect(focused()).toBe(focus);
  });
});

test('on OpenAI’s page without a guide it says so, and offers the last recipes first', async () => {
  const other = { ...recipe, id: 'bubble', product: 'Bubble' };
  await open(state({ onOpenAi: true, recipes: [other, recipe], recentRecipeIds: ['doit'] }));
  const text = document.body.textContent ?? '';
  expect(text).toContain('You are on OpenAI’s page.');
  expect(text.indexOf('DoiT')).toBeLessThan(text.indexOf('Bubble'));
});

test('an own choice of places outlives the popup', async () => {
  const two = { ...captured, destinations: [place(), vaultPlace] };
  await open(two);
  await press('Vault');
  expect(sent.filter(([name]) => name === 'key/choose')).toEqual([
    ['key/choose', { itemId: 'key-1', destinationIds: ['portal:doit', 'vault'] }],
  ]);
  await reopen({ ...two, keys: [key({ chosen: ['vault'] })] });
  await press('Send and verify');
  expect(sent.filter(([name]) => name === 'delivery/send')).toEqual([
    ['delivery/send', { itemId: 'key-1', destinationId: 'vault' }],
  ]);
});

test('before the set-up it leads to the page of the first minute', async () => {
  await open(state({ vault: 'missing' }));
  await press('Set up and practice');
  expect(welcomed).toHaveBeenCalledOnce();
});

test.each([
  [state({ guide }), 'Show the step', 'guide/return'],
  [at({ stage: 'fill' }), 'Go to DoiT', 'delivery/show'],
])('what goes on elsewhere is shown there, and the popup gives way', async (now, name, message) => {
  await open(now);
  await press(name);
  expect(sent.map(([each]) => each)).toContain(message);
  expect(left).toHaveBeenCalledOnce();
});
