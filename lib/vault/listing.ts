import type { Health } from '@/lib/domain/views';
import type { VaultDb } from './db';
import type { LookedItem, VaultItem } from './item';
import type { VaultKeys } from './keys';
import { openPart, recordPart, type Entries, type RecordEntry } from './manifest';
import { openDetails, secretDigest } from './records';
import type { ManifestRow, RecordRow } from './rows';

/** What stands in place of what can't be read of a key. */
const UNREADABLE: Pick<VaultItem, 'kind' | 'redacted' | 'details'> = {
  kind: 'legacy',
  redacted: 'sk-…',
  details: {},
};

/**
 * Every key, newest first, as the manifest tells of it: no record is opened, but those of which it
 * says nothing. Damaged ones are among them; {@link lookAt} tells which.
 */
export async function listItems(db: VaultDb, keys: VaultKeys): Promise<VaultItem[]> {
  const stores = ['manifest', 'records', 'inbox', 'discarded'] as const;
  const found = await db.read([...stores], async (tx) => ({
    parts: await tx.objectStore('manifest').getAll(),
    records: new Set(await tx.objectStore('records').getAllKeys()),
    sealed: await tx.objectStore('inbox').getAll(),
    discarded: new Set(await tx.objectStore('discarded').getAllKeys()),
  }));
  const entries = Object.values(await openRecordParts(keys, found.parts));
  const listed = entries.filter(({ item, discarded }) => found.records.has(item.id) || !discarded);
  const known = new Set(listed.map(({ item }) => item.id));
  const unlisted = await Promise.all(
    [...found.records].filter((id) => !known.has(id)).map((id) => rowItem(db, keys, id)),
  );
  const sealed = found.sealed.map(({ id, createdAt }) => ({ ...UNREADABLE, id, createdAt }));
  return [...listed.map(({ item }) => item), ...unlisted, ...sealed]
    .filter(({ id }) => !found.discarded.has(id))
    .toSorted((a, b) => b.createdAt - a.createdAt);
}

/** The ids of the newest keys, without opening anything. */
export async function newestIds(db: VaultDb, count: number): Promise<string[]> {
  return db.read(['records', 'discarded'], async (tx) => {
    const discarded = new Set(await tx.objectStore('discarded').getAllKeys());
    const ids: string[] = [];
    let cursor = await tx.objectStore('records').index('createdAt').openKeyCursor(null, 'prev');
    while (cursor && ids.length < count) {
      if (!discarded.has(cursor.primaryKey)) ids.push(cursor.primaryKey);
      cursor = await cursor.continue();
    }
    return ids;
  });
}

/** How many keys are in lists. */
export async function countItems(db: VaultDb): Promise<number> {
  return db.read(['records', 'inbox', 'discarded'], async (tx) => {
    const discarded = await tx.objectStore('discarded').getAllKeys();
    const records = await tx.objectStore('records').count();
    return records + (await tx.objectStore('inbox').count()) - discarded.length;
  });
}

/** Opens these keys, without their secrets, and says of each whether it is what was last written. */
export async function lookAt(
  db: VaultDb,
  keys: VaultKeys,
  ids: readonly string[],
): Promise<LookedItem[]> {
  const parts = [...new Set(ids.map(recordPart))];
  const found = await db.read(['manifest', 'records', 'inbox'], async (tx) => ({
    parts: await Promise.all(parts.map((id) => tx.objectStore('manifest').get(id))),
    rows: await Promise.all(ids.map((id) => tx.objectStore('records').get(id))),
    sealed: await Promise.all(ids.map((id) => tx.objectStore('inbox').get(id))),
  }));
  const entries = await openRecordParts(
    keys,
    found.parts.flatMap((row) => row ?? []),
  );
  const looked = await Promise.all(
    ids.map(async (id, at): Promise<LookedItem | undefined> => {
      const row = found.rows[at];
      const entry = entries[id];
      if (row) return inspect(keys, row, entry);
      const sealed = found.sealed[at];
      if (sealed) {
        return { item: { ...UNREADABLE, id, createdAt: sealed.createdAt }, health: 'damaged' };
      }
      return entry && !entry.discarded ? { item: entry.item, health: 'missing' } : undefined;
    }),
  );
  return looked.flatMap((each) => each ?? []);
}

async function inspect(
  keys: VaultKeys,
  row: RecordRow,
  entry: RecordEntry | undefined,
): Promise<LookedItem> {
  const opened = await openDetails(keys, row).catch(() => undefined);
  const item = entry?.item ?? opened ?? { ...UNREADABLE, id: row.id, createdAt: row.createdAt };
  return { item, health: opened ? await healthOf(row, entry) : 'damaged' };
}

async function healthOf(row: RecordRow, entry: RecordEntry | undefined): Promise<Health> {
  if (!entry || row.revision > entry.revision) return 'unlisted';
  if (row.revision < entry.revision) return 'older';
  return (await secretDigest(row)) === entry.secret ? 'whole' : 'damaged';
}

async function rowItem(db: VaultDb, keys: VaultKeys, id: string): Promise<VaultItem> {
  const row = await db.read(['records'], (tx) => tx.objectStore('records').get(id));
  const opened = row && (await openDetails(keys, row).catch(() => undefined));
  return opened ?? { ...UNREADABLE, id, createdAt: row?.createdAt ?? 0 };
}

/** Every entry of these parts; a part that is damaged tells of none. */
async function openRecordParts(
  keys: VaultKeys,
  rows: readonly ManifestRow[],
): Promise<Entries<RecordEntry>> {
  const opened = await Promise.all(
    rows
      .filter(({ id }) => id.startsWith('records/'))
      .map((row) => openPart<RecordEntry>(keys, row).catch(() => ({}))),
  );
  return Object.assign({}, ...opened) as Entries<RecordEntry>;
}
