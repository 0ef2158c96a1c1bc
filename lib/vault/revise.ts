import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { KeyDetails } from './item';
import type { VaultKeys } from './keys';
import { readPart, recordPart, writeListed, type Entries, type RecordEntry } from './manifest';
import { findRecord, makeRecord, openDetails, openSecret } from './records';

/**
 * Writes the next revision of a record, above whatever the manifest knows: an edit of its details,
 * or, unchanged, the person's word that an older copy is the one to keep.
 * @throws KeyferryError unknown_item, vault_damaged
 */
export async function reviseRecord(
  db: VaultDb,
  keys: VaultKeys,
  id: string,
  change: (details: KeyDetails) => KeyDetails,
): Promise<void> {
  const part = recordPart(id);
  const before = await findRecord(db, id);
  if (!before) throw new KeyferryError('unknown_item');
  const listed = (await readPart<RecordEntry>(db, keys, part))[id];
  const [item, key] = await Promise.all([openDetails(keys, before), openSecret(keys, before)]);
  const revision = Math.max(before.revision, listed?.revision ?? 0) + 1;
  const { row, entry } = await makeRecord(keys, before, key, change(item.details), revision);
  const put = (entries: Entries<RecordEntry>) => ({ ...entries, [id]: entry });
  let isFirst = false;
  await writeListed(db, keys, new Map([[part, put]]), async (tx) => {
    const present = await tx.objectStore('records').get(id);
    isFirst = present?.details.iv === before.details.iv;
    if (isFirst) await tx.objectStore('records').put(row);
    return isFirst;
  });
  // Another change was faster: this one is made on top of it.
  if (!isFirst) await reviseRecord(db, keys, id, change);
}
