import type { VaultDb } from './db';
import { isSame } from './copies';
import type { CopiedStore } from './schema';

const STORES: readonly CopiedStore[] = ['deliveries', 'verifications', 'notes'];

/** A row that was written while the vault may have been locked, and is not what was last written. */
export interface DamagedFact {
  readonly store: CopiedStore;
  readonly id: string;
  /** The keys that it may be about: what tells of that may be what was changed. */
  readonly itemIds: readonly string[];
}

/** The deliveries, proofs and notes that differ from their copies, or have lost one of the two. */
export async function findDamagedFacts(db: VaultDb): Promise<DamagedFact[]> {
  const pairs = await db.read([...STORES, 'copies'], async (tx) => {
    const found = new Map<string, Pair>();
    const put = (store: string, id: string, part: { row: unknown } | { copy: unknown }) => {
      const place = `${store}/${id}`;
      found.set(place, { store, id, ...found.get(place), ...part });
    };
    for (const store of STORES) {
      let cursor = await tx.objectStore(store).openCursor();
      while (cursor) {
        put(store, cursor.key, { row: cursor.value });
        cursor = await cursor.continue();
      }
    }
    let cursor = await tx.objectStore('copies').openCursor();
    while (cursor) {
      put(...cursor.key, { copy: cursor.value });
      cursor = await cursor.continue();
    }
    return found;
  });
  return [...pairs.values()]
    .filter(({ row, copy }) => !isSame(row, copy))
    .map((pair) => {
      // A note's id ends with a key's, or with a delivery's, which has the key's.
      const told = pair.id.slice(pair.id.indexOf(':') + 1);
      const delivery = pairs.get(`deliveries/${told}`);
      const itemIds = [told, ...aboutOf(pair), ...(delivery ? aboutOf(delivery) : [])];
      return { store: pair.store as CopiedStore, id: pair.id, itemIds };
    });
}

interface Pair {
  readonly store: string;
  readonly id: string;
  readonly row?: unknown;
  readonly copy?: unknown;
}

function aboutOf({ id, row, copy }: Pair): string[] {
  const told = [row, copy].flatMap(
    (each) => (each as { itemId?: string } | undefined)?.itemId ?? [],
  );
  return [id, ...told];
}
