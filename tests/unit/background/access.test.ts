import { beforeEach, expect, test, vi } from 'vitest';
import type { Services } from '@/lib/background/services';

const state = vi.hoisted(() => ({ removed: [] as string[], refused: [] as string[] }));
vi.mock('@/lib/browser', () => ({
  browser: {
    permissions: {
      getAll: () => Promise.resolve({ origins: [] }),
      contains: ({ origins }: { origins: string[] }) =>
        Promise.resolve(!origins.some((origin) => state.refused.includes(origin))),
      remove({ origins }: { origins: string[] }) {
        state.removed.push(...origins);
        return Promise.resolve(true);
      },
    },
  },
}));
const { giveBack, mayProve, withdrawn } = await import('@/lib/background/access');

const VAULT = 'https://vault.example.com/*';
const DOIT = 'https://console.doit.com/*';

function services(addresses: Readonly<Record<string, string>>, sentTo: readonly string[] = []) {
  const doit = {
    id: 'doit',
    product: 'DoiT',
    key: { kind: 'admin' },
    portal: { origin: 'https://console.doit.com', start: 'https://console.doit.com/' },
  };
  const recipes = {
    entries: [{ recipe: doit, origin: 'catalogue' }],
    find: (id: string) => (id === 'doit' ? { recipe: doit } : undefined),
  };
  return {
    vault: {
      destinationIds: () => Promise.resolve(Object.keys(addresses)),
      readDestination: (id: string) =>
        Promise.resolve({ adapter: 'vault-kv', label: id, settings: { address: addresses[id] } }),
    },
    book: { read: () => Promise.resolve(recipes) },
    db: {
      deliveries: {
        all: () => Promise.resolve(sentTo.map((destinationId) => ({ destinationId }))),
      },
    },
  } as unknown as Services;
}

beforeEach(() => {
  state.removed = [];
  state.refused = [];
});

test('Access to a host that nothing else needs is given back.', async () => {
  await giveBack(services({ other: 'https://other.example.com' }), [VAULT]);
  expect(state.removed).toEqual([VAULT]);
});

test('Access that another destination at the same host needs is kept, whatever its port.', async () => {
  await giveBack(services({ other: 'https://vault.example.com:8443' }), [VAULT]);
  expect(state.removed).toEqual([]);
});

test('A product’s own form keeps its access once a key was sent to it, and not before.', async () => {
  await giveBack(services({}, ['portal:doit']), [DOIT]);
  expect(state.removed).toEqual([]);
  await giveBack(services({}), [DOIT]);
  expect(state.removed).toEqual([DOIT]);
});

test('Access to OpenAI’s hosts that the person took away is seen, host by host.', async () => {
  expect(await withdrawn()).toEqual([]);
  expect(await mayProve()).toBe(true);
  state.refused = ['https://api.openai.com/*'];
  expect(await withdrawn()).toEqual(['https://api.openai.com/*']);
  expect(await mayProve()).toBe(false);
});
