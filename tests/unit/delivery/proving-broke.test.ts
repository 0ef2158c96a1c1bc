import { beforeEach, expect, test } from 'vitest';
import { createProving } from '@/lib/delivery/proving';
import { byCause } from '@/lib/domain/checking';
import type { VerificationReason, VerificationResult } from '@/lib/domain/verification';
import { createProvingWorld } from './proving-world';
import { settle } from './world';

const GOOD: VerificationResult = { outcome: 'verified' };
const no = (reason: VerificationReason): VerificationResult => ({ outcome: 'rejected', reason });
let made: ReturnType<typeof createProvingWorld>;
let proving: ReturnType<typeof createProving>;

beforeEach(() => {
  made = createProvingWorld();
  proving = createProving(made.deps);
});

/** Checks the key, which comes to these one after the other. */
async function check(...results: readonly VerificationResult[]): Promise<void> {
  for (const result of results) {
    made.world.answer = () => Promise.resolve(result);
    await proving.start('item');
    await settle();
  }
}

test.each<[VerificationReason, string]>([
  ['revoked', 'gone'],
  ['deactivated', 'gone'],
  ['missing_scope', 'lacking'],
  ['parent_row', 'lacking'],
  ['wrong_project', 'elsewhere'],
  ['wrong_organization', 'elsewhere'],
])('A key that was right and is now %s broke: it is %s.', async (reason, cause) => {
  await check(GOOD, no(reason));
  expect(made.row()?.broke).toBe(cause);
  expect(made.world.broken).toEqual([cause]);
});

test('It is told once, however often it is checked.', async () => {
  await check(GOOD, no('revoked'), no('revoked'), no('revoked'));
  expect(made.world.broken).toEqual(['gone']);
  expect(made.row()?.broke).toBe('gone');
});

test('A check that can’t tell in between forgets neither what was right nor what broke.', async () => {
  const open: VerificationResult = { outcome: 'indeterminate', reason: 'not_testable' };
  await check(GOOD, open, no('revoked'));
  expect(made.world.broken).toEqual(['gone']);
  await check(open);
  expect(made.row()?.broke).toBe('gone');
});

test('Looked at, it needs nobody any more, and a later no is no news.', async () => {
  await check(GOOD, no('revoked'));
  await proving.seen('item');
  expect(made.row()?.broke).toBeUndefined();
  await check(no('revoked'));
  expect(made.row()?.broke).toBeUndefined();
  expect(made.world.broken).toEqual(['gone']);
});

test('What is right again is whole, and can break again.', async () => {
  await check(GOOD, no('missing_scope'), GOOD);
  expect(made.row()?.broke).toBeUndefined();
  await check(no('missing_scope'));
  expect(made.world.broken).toEqual(['lacking', 'lacking']);
});

test('A key that never was right broke nothing.', async () => {
  await check(no('missing_scope'), no('revoked'));
  expect(made.world.broken).toEqual([]);
});

test('At a second check the places are asked; what drifted is told once and stays until it is looked at.', async () => {
  made.world.drifted = true;
  await check(GOOD);
  expect(made.world.broken).toEqual([]);
  await check(GOOD);
  expect(made.world.broken).toEqual(['changed']);
  expect(made.row()).toMatchObject({ outcome: 'verified', broke: 'changed' });
  made.world.drifted = false;
  await check(GOOD);
  expect(made.row()?.broke).toBe('changed');
  await proving.seen('item');
  await check(GOOD);
  expect(made.row()?.broke).toBeUndefined();
  expect(made.world.broken).toEqual(['changed']);
});

test('A place that can’t be asked stops no proof.', async () => {
  await check(GOOD);
  made.deps.lookAtPlaces = () => Promise.reject(new Error('It is down.'));
  await check(GOOD);
  expect(made.row()).toMatchObject({ state: 'done', outcome: 'verified' });
});

test('Keys that broke are put together by their cause.', () => {
  expect(
    byCause([
      { itemId: 'a', broke: 'lacking' },
      { itemId: 'b' },
      { itemId: 'c', broke: 'gone' },
      { itemId: 'd', broke: 'lacking' },
    ]),
  ).toEqual([
    { cause: 'gone', itemIds: ['c'] },
    { cause: 'lacking', itemIds: ['a', 'd'] },
  ]);
});

test('Many keys are proved one after the other, and a press comes next.', async () => {
  const order: string[] = [];
  let atOnce = 0;
  let most = 0;
  made.deps.verify = async (itemId) => {
    most = Math.max(most, (atOnce += 1));
    order.push(itemId);
    await settle();
    atOnce -= 1;
    return GOOD;
  };
  await proving.startAll(['a', 'b', 'c', 'd']);
  expect([...made.world.rows.values()].map(({ state }) => state)).toEqual(
    Array.from({ length: 4 }, () => 'checking'),
  );
  await proving.start('pressed');
  await proving.startAll(['b', 'pressed']);
  for (let turn = 0; turn < 20; turn += 1) await settle();
  expect(order).toEqual(['a', 'pressed', 'b', 'c', 'd']);
  expect(most).toBe(1);
  expect([...made.world.rows.values()].every(({ state }) => state === 'done')).toBe(true);
});
