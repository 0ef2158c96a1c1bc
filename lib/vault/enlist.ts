import type { VaultDb } from './db';
import { decryptSettings, labelOf } from './destinations';
import type { VaultKeys } from './keys';
import {
  destinationPart,
  recordPart,
  writeListed,
  type DestinationEntry,
  type Entries,
  type RecordEntry,
} from './manifest';
import { entryOf, openDetails } from './records';
import type { DestinationRow, RecordRow } from './rows';

type Entry = RecordEntry | DestinationEntry;

/**
 * Makes the manifest of a vault that comes from a version without one: once, at the first use. The
 * upgrade could not, because it has no key. What can't be opened gets no entry, and shows as damaged.
 */
export async function enlist(db: VaultDb, keys: VaultKeys): Promise<void> {
  const rows = await db.read(['records', 'destinations'], async (tx) => ({
    records: await tx.objectStore('records').getAll(),
    destinations: await tx.objectStore('destinations').getAll(),
  }));
  const made = await Promise.allSettled([
    ...rows.records.map((row) => recordEntry(keys, row)),
    ...rows.destinations.map((row) => destinationEntry(keys, row)),
  ]);
  const parts = new Map<string, Record<string, Entry>>();
  for (const each of made) {
    if (each.status === 'rejected') continue;
    const { part, id, entry } = each.value;
    parts.set(part, { ...parts.get(part), [id]: entry });
  }
  const changes = [...parts].map(
    ([id, entries]) => [id, (present: Entries<Entry>) => ({ ...entries, ...present })] as const,
  );
  await writeListed<Entry>(db, keys, new Map(changes), async (tx) => {
    const meta = tx.objectStore('meta');
    // Another context may have done it meanwhile.
    if (!(await meta.get('unlisted'))) return false;
    await meta.delete('unlisted');
    return true;
  });
}

async function recordEntry(keys: VaultKeys, row: RecordRow) {
  const entry: Entry = await entryOf(row, await openDetails(keys, row));
  return { part: recordPart(row.id), id: row.id, entry };
}

async function destinationEntry(keys: VaultKeys, row: DestinationRow) {
  const label = labelOf(await decryptSettings(keys, row));
  const entry: Entry = { revision: row.revision, ...label };
  return { part: destinationPart(row.id), id: row.id, entry };
}
