import { beforeEach, describe, expect, test } from 'vitest';
import { CLEAR_AFTER, createClipboard } from '@/lib/background/clipboard';
import type { Cleared } from '@/lib/clipboard/clear';
import { isMarked, type CopyMark } from '@/lib/clipboard/mark';
import { makeBrowser, PASSPHRASE } from '../vault/harness';
import { apiKey, machine } from './recovery-world';

const KEY = apiKey('COPIED');

let world: ReturnType<typeof machine>;
let itemId: string;
let allowed: boolean;
let clipboard: string;
let wakes: number[];

/** The clipboard's follower, as a worker that has just started makes it. */
const follower = () =>
  createClipboard({
    vault: world.vault,
    memory: world.memory,
    isAllowed: async () => allowed,
    async clear(mark: CopyMark): Promise<Cleared> {
      if (!(await isMarked(clipboard, mark))) return 'changed';
      clipboard = '';
      return 'cleared';
    },
    wakeAt: (time) => wakes.push(time),
    now: () => world.clock.time,
  });

beforeEach(async () => {
  makeBrowser();
  world = machine('clipboard');
  allowed = true;
  wakes = [];
  await world.vault.create(PASSPHRASE);
  ({ itemId } = await world.vault.capture(KEY, {}));
  clipboard = KEY;
  await follower().copied(itemId);
});

const state = async () => (await follower().view())?.state;
const wakeWhenDue = async () => {
  world.clock.time = wakes.at(-1) ?? 0;
  await follower().clearWhenDue();
};

test('a copied key is cleared when its time has come and not before, also while the vault is locked', async () => {
  expect(wakes).toEqual([world.clock.time + CLEAR_AFTER]);
  expect(await state()).toBe('waiting');
  await world.vault.lock();
  await follower().clearWhenDue();
  expect(clipboard).toBe(KEY);
  await wakeWhenDue();
  expect(clipboard).toBe('');
  expect(await state()).toBe('cleared');
});

test('what was copied since is left alone, and not looked at again', async () => {
  clipboard = 'newer';
  await wakeWhenDue();
  expect(await state()).toBe('changed');
  clipboard = KEY;
  await wakeWhenDue();
  expect(clipboard).toBe(KEY);
});

test('a copy before the time is over begins it anew', async () => {
  world.clock.time += CLEAR_AFTER - 1;
  await follower().copied(itemId);
  world.clock.time += 1;
  await follower().clearWhenDue();
  expect(clipboard).toBe(KEY);
  await wakeWhenDue();
  expect(clipboard).toBe('');
});

describe('without the permission', () => {
  beforeEach(() => {
    allowed = false;
  });

  test('a key is not cleared, and both before and after its time that is what is shown', async () => {
    expect(await state()).toBe('unguarded');
    await wakeWhenDue();
    expect(clipboard).toBe(KEY);
    expect(await state()).toBe('left');
  });

  test('a permission that comes late still clears it', async () => {
    await wakeWhenDue();
    allowed = true;
    await follower().clearWhenDue();
    expect(clipboard).toBe('');
    expect(await state()).toBe('cleared');
  });

  test('what the person clears by our button is cleared', async () => {
    await follower().uncopied('another key');
    expect(await state()).toBe('unguarded');
    await follower().uncopied(itemId);
    expect(await state()).toBe('cleared');
  });
});

test('nothing of the key is in memory', async () => {
  expect(JSON.stringify(await world.memory.read())).not.toContain(KEY.slice(12, 40));
});
