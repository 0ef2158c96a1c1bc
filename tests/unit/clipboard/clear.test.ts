// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { clearIfUnchanged } from '@/lib/clipboard/clear';
import { markOf } from '@/lib/clipboard/mark';
import { fakeKey } from '../fake-key';

const KEY = fakeKey('admin', 'COPIED');
let clipboard: string;
/** The commands that the browser carries out. */
let allowed: string[];

beforeEach(() => {
  clipboard = KEY;
  allowed = ['copy', 'paste'];
  document.execCommand = (command: string) => {
    if (!allowed.includes(command)) return false;
    const event = new Event(command, { cancelable: true });
    const clipboardData = {
      getData: () => clipboard,
      setData: (_type: string, text: string) => {
        clipboard = text;
      },
    };
    document.dispatchEvent(Object.assign(event, { clipboardData }));
    return true;
  };
});

const clear = async () => clearIfUnchanged(document, await markOf(KEY));

test('a key that is still on the clipboard gives way to a single space', async () => {
  expect(await clear()).toBe('cleared');
  expect(clipboard).toBe(' ');
});

test('something else stays, also when it is no text', async () => {
  for (const other of ['newer', '']) {
    clipboard = other;
    expect(await clear()).toBe('changed');
    expect(clipboard).toBe(other);
  }
});

test.each(['paste', 'copy'])(
  'a browser that refuses to %s is no reason to say that anything was cleared or changed',
  async (refused) => {
    allowed = allowed.filter((each) => each !== refused);
    expect(await clear()).toBe('left');
    expect(clipboard).toBe(KEY);
  },
);
