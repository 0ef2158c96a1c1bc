import { beforeEach, expect, test, vi } from 'vitest';

const state = vi.hoisted(() => ({
  allowed: true,
  shown: new Map<string, { title: string; message: string }>(),
  clicks: [] as ((id: string) => void)[],
  opened: [] as string[],
}));
vi.mock('@/lib/browser', () => ({
  browser: {
    get notifications() {
      return state.allowed
        ? {
            async create(id: string, of: { title: string; message: string }) {
              state.shown.set(id, of);
              return id;
            },
            onClicked: { addListener: (each: (id: string) => void) => state.clicks.push(each) },
          }
        : undefined;
    },
    runtime: { getURL: (path: string) => `moz-extension://us${path}` },
    i18n: { getMessage: (name: string, words: string[] = []) => [name, ...words].join(' ') },
    tabs: {
      query: () => Promise.resolve([]),
      async create({ url }: { url: string }) {
        state.opened.push(url);
      },
    },
  },
}));
const { listenToNotices, notifyOf } = await import('@/lib/background/notices');

beforeEach(() => {
  state.shown.clear();
  state.allowed = true;
});

test('There is one notification for a cause, with the number of keys and no key’s name.', async () => {
  await notifyOf({ cause: 'gone', itemIds: ['key-a'] });
  await notifyOf({ cause: 'lacking', itemIds: ['key-b'] });
  await notifyOf({ cause: 'gone', itemIds: ['key-a', 'key-c'] });
  expect([...state.shown.values()]).toMatchObject([
    { title: 'ui_check_broke_title 2', message: 'ui_check_broke_gone' },
    { title: 'ui_check_broke_title 1', message: 'ui_check_broke_lacking' },
  ]);
  expect(JSON.stringify([...state.shown])).not.toContain('key-');
});

test('Without the permission nothing is shown, and once it is given a press leads to the keys, once.', async () => {
  state.allowed = false;
  await notifyOf({ cause: 'gone', itemIds: ['a'] });
  listenToNotices();
  expect(state.shown.size + state.clicks.length).toBe(0);
  state.allowed = true;
  listenToNotices();
  listenToNotices();
  expect(state.clicks).toHaveLength(1);
  state.clicks[0]?.('broken:gone');
  state.clicks[0]?.('another');
  await vi.waitFor(() => expect(state.opened).toEqual(['moz-extension://us/app.html#keys']));
});
