import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { VaultItem } from './item';
import type { VaultKeys } from './keys';
import { readPart, recordPart, writeListed, type Entries, type RecordEntry } from './manifest';
import { receiptNote, verificationNote } from './notes';

/** Takes a key out of every list, until it is restored, or the vault locks. @throws KeyferryError unknown_item */
export async function discard(db: VaultDb, keys: VaultKeys, id: string, at: number): Promise<void> {
  const part = recordPart(id);
  const isListed = (await readPart<RecordEntry>(db, keys, part))[id] !== undefined;
  await writeListed<RecordEntry>(db, keys, new Map([[part, marked(id, true)]]), async (tx) => {
    const isHere =
      (await tx.objectStore('records').getKey(id)) ?? (await tx.objectStore('inbox').getKey(id));
    if (isHere === undefined && !isListed) throw new KeyferryError('unknown_item');
    await tx.objectStore('discarded').put({ id, at });
    return true;
  });
}

/** Brings a discarded key back. @throws KeyferryError unknown_item when it is gone for good */
export async function restore(db: VaultDb, keys: VaultKeys, id: string): Promise<void> {
  const changes = new Map([[recordPart(id), marked(id, false)]]);
  await writeListed<RecordEntry>(db, keys, changes, async (tx) => {
    const discarded = tx.objectStore('discarded');
    if ((await discarded.getKey(id)) === undefined) throw new KeyferryError('unknown_item');
    await discarded.delete(id);
    return true;
  });
}

/** The keys that can still be restored, the last discarded first. */
export async function listDiscarded(db: VaultDb, keys: VaultKeys): Promise<VaultItem[]> {
  const rows = await db.read(['discarded'], (tx) => tx.objectStore('discarded').getAll());
  const items = await Promise.all(
    rows
      .toSorted((a, b) => b.at - a.at)
      .map(async ({ id }) => (await readPart<RecordEntry>(db, keys, recordPart(id)))[id]?.item),
  );
  return items.flatMap((item) => item ?? []);
}

/**
 * Deletes what was discarded, with its deliveries, its proof and what is noted of them. Needs no key,
 * for a vault that locked by itself has none to give.
 */
export async function sweepDiscarded(db: VaultDb): Promise<void> {
  const ids = await db.read(['discarded'], (tx) => tx.objectStore('discarded').getAllKeys());
  for (const id of ids) await sweepOne(db, id);
}

async function sweepOne(db: VaultDb, id: string): Promise<void> {
  const stores = ['records', 'inbox', 'discarded', 'deliveries', 'verifications'] as const;
  await db.write([...stores, 'notes', 'copies'], async (tx) => {
    // The same key may have been captured again meanwhile.
    if ((await tx.objectStore('discarded').getKey(id)) === undefined) return;
    const deliveries = await tx.objectStore('deliveries').index('itemId').getAllKeys(id);
    const notes = [verificationNote(id), ...deliveries.map(receiptNote)];
    await Promise.all([
      tx.objectStore('records').delete(id),
      tx.objectStore('inbox').delete(id),
      tx.objectStore('verifications').delete(id),
      tx.objectStore('copies').delete(['verifications', id]),
      ...deliveries.flatMap((each) => [
        tx.objectStore('deliveries').delete(each),
        tx.objectStore('copies').delete(['deliveries', each]),
      ]),
      ...notes.flatMap((note) => [
        tx.objectStore('notes').delete(note),
        tx.objectStore('copies').delete(['notes', note]),
      ]),
      tx.objectStore('discarded').delete(id),
    ]);
  });
}

/** With the mark on a key's entry set or taken away; a key without an entry has none. */
function marked(id: string, isDiscarded: boolean) {
  return (entries: Entries<RecordEntry>): Entries<RecordEntry> => {
    const { [id]: entry, ...others } = entries;
    if (!entry) return entries;
    const { discarded: _before, ...kept } = entry;
    return { ...others, [id]: isDiscarded ? { ...kept, discarded: true } : kept };
  };
}
