import { asksWhere, fitsFilter, type KeyFacts, type KeyFilter } from '@/lib/domain/key-list';
import type { Services } from './services';

const NOWHERE = { deliveries: [] } as const;

/**
 * Tells the keys that a filter asks for. Rows of deliveries and proofs are read once for all keys, and
 * only for a filter that asks about them; what is damaged among them counts as not there.
 */
export async function keyFilter(
  { db, io }: Pick<Services, 'db' | 'io'>,
  filter: KeyFilter,
): Promise<(key: KeyFacts) => boolean> {
  const now = io.now();
  if (!asksWhere(filter)) return (key) => fitsFilter(key, filter, NOWHERE, now);
  const deliveries = Map.groupBy(await db.deliveries.all(), ({ itemId }) => itemId);
  const proofs = new Map((await db.verifications.all()).map((row) => [row.itemId, row]));
  return (key) => {
    const where = { deliveries: deliveries.get(key.id) ?? [], proof: proofs.get(key.id) };
    return fitsFilter(key, filter, where, now);
  };
}
