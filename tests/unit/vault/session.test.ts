import { beforeEach, expect, test } from 'vitest';
import { ABSOLUTE_LIMIT, createSession, IDLE_LIMIT } from '@/lib/vault/session';
import { memoryArea } from './harness';

const vaultKey = new Uint8Array(32).fill(5);
const START = Date.UTC(2026, 9, 1);
let area: ReturnType<typeof memoryArea>;
let time: number;
const open = () => createSession(area, () => time);

beforeEach(() => {
  area = memoryArea();
  time = START;
});

test('keeps the key as text, also for a new worker', async () => {
  await open().start(vaultKey);
  expect(await open().use()).toEqual(vaultKey);
});

test('locks when it was not used for a while, and forgets the key then', async () => {
  const session = open();
  await session.start(vaultKey);
  expect(await session.deadline()).toBe(START + IDLE_LIMIT);
  time += IDLE_LIMIT;
  expect(await open().use()).toBeUndefined();
  expect(area.kept.size).toBe(0);
});

test('a use extends it, a look does not', async () => {
  const session = open();
  await session.start(vaultKey);
  time += IDLE_LIMIT - 1;
  expect(await session.deadline()).toBe(START + IDLE_LIMIT);
  await session.use();
  expect(await session.deadline()).toBe(time + IDLE_LIMIT);
});

test('no use extends it beyond the absolute limit', async () => {
  const session = open();
  await session.start(vaultKey);
  while (time < START + ABSOLUTE_LIMIT - IDLE_LIMIT) {
    time += IDLE_LIMIT - 1;
    expect(await session.use()).toEqual(vaultKey);
  }
  expect(await session.deadline()).toBe(START + ABSOLUTE_LIMIT);
  time = START + ABSOLUTE_LIMIT;
  expect(await session.use()).toBeUndefined();
});

test('a clock that is set back locks it, for the deadline means nothing then', async () => {
  const session = open();
  await session.start(vaultKey);
  time -= 60 * 60_000;
  expect(await session.use()).toBeUndefined();
});

test('a use that is under way does not undo a lock', async () => {
  const session = open();
  await session.start(vaultKey);
  await Promise.all([session.use(), session.end(), session.use()]);
  expect(await session.use()).toBeUndefined();
});
