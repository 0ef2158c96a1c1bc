import type { LogAnchor, LogHead, LogRow } from '@/lib/activity/chain';
import { link } from '@/lib/activity/chain';
import type { ActivityEntry } from '@/lib/activity/entry';
import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import type { Envelope } from '@/lib/crypto/envelope';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import { open } from '@/lib/crypto/open';
import { seal } from '@/lib/crypto/seal';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { VaultKeys } from './keys';
import type { SealingKey } from './sealing-key';

/** The log at rest, apart from its rows. */
export interface LogState {
  readonly head: LogHead | undefined;
  readonly sealedAnchor: Envelope | undefined;
  /** The last row, by its number. */
  readonly last: LogRow | undefined;
}

/** Seals entries and puts them at the end, all of them or none. Works while locked. @returns false when no log was begun. */
export async function appendEntries(
  db: VaultDb,
  to: SealingKey,
  entries: readonly ActivityEntry[],
): Promise<boolean> {
  const bodies = await Promise.all(entries.map((entry) => sealEntry(to, entry)));
  return db.write(['activity', 'meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const head = (await meta.get('activity-head')) as LogHead | undefined;
    if (!head) return false;
    let end = head;
    for (const body of bodies) {
      const next = link(end, body);
      // Not `put`: a head that was set back must not write over entries that stand.
      await tx.objectStore('activity').add(next.row);
      end = next.head;
    }
    await meta.put(end, 'activity-head');
    return true;
  });
}

async function sealEntry(
  to: SealingKey,
  entry: ActivityEntry,
): Promise<Parameters<typeof link>[1]> {
  const { itemId } = entry;
  const bytes = toJsonBytes(entry);
  const context = [itemId ?? ''];
  const sealed = await seal(to.publicKey, bytes, 'keyferry/activity/v1', to.vaultId, context);
  return { ...(itemId === undefined ? {} : { itemId }), sealed };
}

/** Opens an entry. @throws KeyferryError vault_damaged */
export async function openEntry({ pair, vaultId }: VaultKeys, row: LogRow): Promise<ActivityEntry> {
  const about = row.itemId ?? '';
  const bytes = await open(pair, row.sealed, 'keyferry/activity/v1', vaultId, [about]);
  const entry = fromJsonBytes(bytes) as ActivityEntry;
  if ((entry.itemId ?? '') !== about) throw new KeyferryError('vault_damaged');
  return entry;
}

/** Numbers only: whatever else was put into the store is not looked at. */
export function rowsBetween(after: number, before = Infinity): IDBKeyRange {
  return IDBKeyRange.bound(after, before, true, true);
}

/** What stands of the log, at one moment. */
export async function readLogState(db: VaultDb): Promise<LogState> {
  return db.read(['activity', 'meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const head = (await meta.get('activity-head')) as LogHead | undefined;
    const sealedAnchor = (await meta.get('activity-anchor')) as Envelope | undefined;
    const cursor = await tx.objectStore('activity').openCursor(rowsBetween(-Infinity), 'prev');
    return { head, sealedAnchor, last: cursor?.value };
  });
}

/** The anchor, or undefined when there is none that opens. */
export async function openAnchor(
  { vaultId, vaultKey }: VaultKeys,
  sealed: Envelope | undefined,
): Promise<LogAnchor | undefined> {
  if (!sealed) return undefined;
  try {
    const bytes = await decrypt(vaultKey, sealed, 'keyferry/activity-anchor/v1', [vaultId]);
    return fromJsonBytes(bytes) as LogAnchor;
  } catch {
    return undefined;
  }
}

/** Writes anchor and head, and lets go what stands outside of them, unless the log has gone on meanwhile. */
export async function putAnchor(
  db: VaultDb,
  { vaultId, vaultKey }: VaultKeys,
  before: LogState,
  { anchor, head }: { readonly anchor: LogAnchor; readonly head: LogHead | undefined },
): Promise<void> {
  const bytes = toJsonBytes(anchor);
  const sealed = await encrypt(vaultKey, bytes, 'keyferry/activity-anchor/v1', [vaultId]);
  await db.write(['activity', 'meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const present = (await meta.get('activity-head')) as LogHead | undefined;
    const known = (await meta.get('activity-anchor')) as Envelope | undefined;
    if (JSON.stringify(present) !== JSON.stringify(before.head)) return;
    if (known?.ct !== before.sealedAnchor?.ct) return;
    await meta.put(sealed, 'activity-anchor');
    const rows = tx.objectStore('activity');
    await rows.delete(IDBKeyRange.upperBound(anchor.gone));
    if (!head) return;
    await meta.put(head, 'activity-head');
    await rows.delete(rowsBetween(head.count));
  });
}
