import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { openVaultDb } from '@/lib/vault/db';
import type { NoteRow } from '@/lib/vault/rows';
import { queued } from './queued';

const note = (id: string, sealed: unknown = {}): NoteRow => ({ id, v: 1, sealed: sealed as never });

/** What IndexedDB can't keep. */
const UNWRITABLE = { say: () => undefined };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function countWrites(work: () => Promise<unknown>): Promise<number> {
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await work();
  const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
  begun.mockRestore();
  return writes.length;
}

test('a hundred rows at once are two commits', async () => {
  const db = openVaultDb();
  const rows = Array.from({ length: 100 }, (_, at) => queued(String(at)));
  const count = await countWrites(() => Promise.all(rows.map((each) => db.deliveries.put(each))));
  expect(count).toBe(2);
  expect(await db.deliveries.all()).toHaveLength(100);
});

test('of one row the last stands', async () => {
  const db = openVaultDb();
  const states = ['queued', 'planned', 'sending', 'sent'] as const;
  await Promise.all(states.map((state) => db.deliveries.put(queued('one', { state }))));
  expect(await db.deliveries.get('one')).toMatchObject({ state: 'sent' });
});

test('a row that can’t be written keeps no other from the disk, and says so', async () => {
  const db = openVaultDb();
  const put = ['one', 'two', 'three', 'four'].map((id) =>
    db.deliveries.put(queued(id, id === 'three' ? ({ plan: UNWRITABLE } as never) : {})),
  );
  const outcomes = (await Promise.allSettled(put)).map(({ status }) => status);
  expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  const kept = (await db.deliveries.all()).map(({ id }) => id);
  expect(kept.toSorted()).toEqual(['four', 'one', 'two']);
});

test('a row and its note are both written, or none', async () => {
  const db = openVaultDb();
  const inNotes = (id: string) => db.read(['notes'], (tx) => tx.objectStore('notes').getKey(id));
  await db.deliveries.put(queued('one'), note('names:one'));
  expect(await inNotes('names:one')).toBe('names:one');
  await expect(
    db.deliveries.put(queued('two'), note('names:two', UNWRITABLE)),
  ).rejects.toBeDefined();
  expect(await db.deliveries.get('two')).toBeUndefined();
  expect(await inNotes('names:two')).toBeUndefined();
});

test('changes of one row at once are each weighed against what the last one left', async () => {
  const db = openVaultDb();
  await db.deliveries.put(queued('one'));
  const put = Array.from({ length: 10 }, () =>
    db.deliveries.change('one', (last) => ({ ...last, attempt: last.attempt + 1 })),
  );
  await Promise.all(put);
  expect(await db.deliveries.get('one')).toMatchObject({ attempt: 10 });
});

test('a row that stays the same is not written, nor is its note; one that is not there is named', async () => {
  const db = openVaultDb();
  await db.deliveries.put(queued('one'));
  const { before, after } = await db.deliveries.change('one', (last) => last, note('receipt:one'));
  expect(after).toBe(before);
  const notes = await db.read(['notes'], (tx) => tx.objectStore('notes').count());
  expect(notes).toBe(0);
  await expect(db.deliveries.change('two', (last) => last)).rejects.toMatchObject({
    code: 'unknown_item',
  });
});
