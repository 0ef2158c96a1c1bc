import type { ApiKey } from '@/lib/domain/api-key';
import type { Damage } from '@/lib/domain/views';
import { isLogDamaged } from './activity-check';
import type { VaultDb } from './db';
import { decryptSettings } from './destinations';
import { findDamagedFacts } from './facts';
import { areHeadersSound } from './headers';
import { readDestinationParts } from './manifest';
import type { VaultItem } from './item';
import type { VaultKeys } from './keys';
import { listItems, lookAt } from './listing';
import { openSecret } from './records';
import { readRecovery } from './recovery-code';

/** What of a vault can be read, and what can't. */
export interface Rescued {
  readonly items: readonly { readonly item: VaultItem; readonly key: ApiKey }[];
  readonly destinations: readonly { readonly id: string; readonly settings: unknown }[];
  /** Everything that is not as it was last written, also where it could be read. */
  readonly damaged: readonly Damage[];
}

/**
 * Opens everything that opens, secrets too, for a backup or a rescue: an older copy of a key is
 * better than none. What is damaged is named, and keeps nothing else back.
 */
export async function readEverything(db: VaultDb, keys: VaultKeys): Promise<Rescued> {
  const [records, places] = [await readRecords(db, keys), await readDestinations(db, keys)];
  return {
    items: records.items,
    destinations: places.destinations,
    damaged: [...records.damaged, ...places.damaged],
  };
}

/** What is not as it was last written, each by its name. Opens no secret. */
export async function findDamage(db: VaultDb, keys: VaultKeys): Promise<Damage[]> {
  const items = await listItems(db, keys);
  const looked = await lookAt(
    db,
    keys,
    items.map(({ id }) => id),
  );
  const damaged = looked.flatMap(({ item, health }) =>
    health === 'whole' ? [] : [keyDamage(item, health)],
  );
  return [
    ...damaged,
    ...(await findDestinationDamage(db, keys)),
    ...(await findFactDamage(db, items)),
    ...(await findWholeDamage(db, keys)),
  ];
}

/** How many deliveries, proofs and notes of each key are not what was last written. */
async function findFactDamage(db: VaultDb, items: readonly VaultItem[]): Promise<Damage[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const found = new Map<string, Damage>();
  for (const { itemIds } of await findDamagedFacts(db)) {
    const item = itemIds.flatMap((id) => byId.get(id) ?? [])[0];
    const id = item?.id ?? '';
    const count = (found.get(id)?.count ?? 0) + 1;
    found.set(id, { what: 'facts', id, name: item?.redacted ?? '', health: 'damaged', count });
  }
  return [...found.values()];
}

/** What there is one of in a vault. */
async function findWholeDamage(db: VaultDb, keys: VaultKeys): Promise<Damage[]> {
  const code = await readRecovery(db, keys).then(
    () => true,
    () => false,
  );
  const wrong = [
    ...((await areHeadersSound(db)) ? [] : (['header'] as const)),
    ...(code ? [] : (['recovery'] as const)),
    ...((await isLogDamaged(db, keys)) ? (['log'] as const) : []),
  ];
  return wrong.map((what) => ({ what, id: '', name: '', health: 'damaged' }));
}

/** The destinations whose settings are not what was last written. */
export async function findDestinationDamage(db: VaultDb, keys: VaultKeys): Promise<Damage[]> {
  return (await readDestinations(db, keys)).damaged;
}

async function readRecords(db: VaultDb, keys: VaultKeys) {
  const ids = (await listItems(db, keys)).map(({ id }) => id);
  const looked = await lookAt(db, keys, ids);
  const rows = await db.read(['records'], (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('records').get(id))),
  );
  const byId = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const opened = await Promise.all(
    looked.map(async ({ item, health }) => {
      const row = byId.get(item.id);
      const key = row && (await openSecret(keys, row).catch(() => undefined));
      const isWhole = key !== undefined && health === 'whole';
      return {
        items: key === undefined ? [] : [{ item, key }],
        damaged: isWhole ? [] : [keyDamage(item, health === 'whole' ? 'damaged' : health)],
      };
    }),
  );
  return {
    items: opened.flatMap(({ items }) => items),
    damaged: opened.flatMap(({ damaged }) => damaged),
  };
}

async function readDestinations(db: VaultDb, keys: VaultKeys) {
  const rows = await db.read(['destinations'], (tx) => tx.objectStore('destinations').getAll());
  const entries = await readDestinationParts(db, keys);
  const destinations: { id: string; settings: unknown }[] = [];
  const damaged: Damage[] = Object.entries(entries)
    .filter(([id]) => !rows.some((row) => row.id === id))
    .map(([id, { label = '' }]) => ({ what: 'destination', id, name: label, health: 'missing' }));
  for (const row of rows) {
    const entry = entries[row.id];
    const fault = { what: 'destination' as const, id: row.id, name: entry?.label ?? '' };
    try {
      destinations.push({ id: row.id, settings: await decryptSettings(keys, row) });
      if (row.revision === entry?.revision) continue;
      const isOlder = entry && row.revision < entry.revision;
      damaged.push({ ...fault, health: isOlder ? 'older' : 'unlisted' });
    } catch {
      damaged.push({ ...fault, health: 'damaged' });
    }
  }
  return { destinations, damaged };
}

function keyDamage({ id, redacted }: VaultItem, health: Damage['health']): Damage {
  return { what: 'key', id, name: redacted, health };
}
