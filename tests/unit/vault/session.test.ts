import { beforeEach, expect, test } from 'vitest';
import { limitsOf, USUAL_LOCKING } from '@/lib/domain/locking';
import { createSession } from '@/lib/vault/session';
import { memoryArea } from './harness';

const vaultKey = new Uint8Array(32).fill(5);
const START = Date.UTC(2026, 9, 1);
const MINUTE = 60_000;
const { idle: IDLE_LIMIT, most: ABSOLUTE_LIMIT } = limitsOf(USUAL_LOCKING);
let area: ReturnType<typeof memoryArea>;
let time: number;
let limits: { idle: number; most: number };
const open = () =>
  createSession(
    area,
    () => time,
    () => Promise.resolve(limits),
  );

beforeEach(() => {
  area = memoryArea();
  time = START;
  limits = limitsOf(USUAL_LOCKING);
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

test('a new worker neither locks nor extends it', async () => {
  await open().start(vaultKey);
  time += 5 * MINUTE;
  expect(await open().deadline()).toBe(START + IDLE_LIMIT);
  expect(await open().peek()).toEqual(vaultKey);
  expect(await open().deadline()).toBe(START + IDLE_LIMIT);
});

test('longer limits hold from the next unlock, and no use brings them in before', async () => {
  await open().start(vaultKey);
  limits = { idle: 60 * MINUTE, most: 24 * 60 * MINUTE };
  await open().shorten(limits);
  time += MINUTE;
  await open().use();
  expect(await open().deadline()).toBe(time + IDLE_LIMIT);
  await open().start(vaultKey);
  expect(await open().deadline()).toBe(time + 60 * MINUTE);
});

test('shorter limits hold at once, and count from the last use and from the unlock', async () => {
  await open().start(vaultKey);
  time += 10 * MINUTE;
  await open().use();
  time += 2 * MINUTE;
  await open().shorten({ idle: 5 * MINUTE, most: ABSOLUTE_LIMIT });
  expect(await open().deadline()).toBe(START + 15 * MINUTE);
  await open().shorten({ idle: 5 * MINUTE, most: 13 * MINUTE });
  expect(await open().deadline()).toBe(START + 13 * MINUTE);
  await open().shorten({ idle: MINUTE, most: ABSOLUTE_LIMIT });
  expect(await open().use()).toBeUndefined();
  expect(area.kept.size).toBe(0);
});

test('a sleep of some minutes locks it, also when it is used before anybody looks', async () => {
  await open().start(vaultKey);
  await open().see('awake');
  for (let minute = 0; minute < 5; minute++) {
    time += MINUTE;
    await open().see('awake');
  }
  expect(await open().use()).toEqual(vaultKey);
  time += 3 * MINUTE;
  expect(await open().use()).toBeUndefined();
  expect(area.kept.size).toBe(0);
});

test('a sleep locks nothing where the person does not want that', async () => {
  await open().start(vaultKey);
  await open().see('awake');
  await open().see('whatever');
  time += IDLE_LIMIT - 1;
  expect(await open().use()).toEqual(vaultKey);
});
