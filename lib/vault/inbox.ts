import { fingerprint } from '@/lib/crypto/fingerprint';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import { open } from '@/lib/crypto/open';
import type { Context } from '@/lib/crypto/purposes';
import { seal } from '@/lib/crypto/seal';
import type { ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { CaptureDetails } from './item';
import type { VaultKeys } from './keys';
import { recordPart, writeListed, type Entries, type RecordEntry } from './manifest';
import { makeRecord } from './records';
import type { InboxRow } from './rows';
import type { SealingKey } from './sealing-key';

/** How many unopened keys one tab may leave, so that a hostile page can't fill the vault. */
const LIMIT_PER_TAB = 10;

interface Captured {
  readonly key: ApiKey;
  readonly details: CaptureDetails;
}

/** Whether a key is in the vault or its inbox. Works while locked. */
export async function isKnown(db: VaultDb, to: SealingKey, text: string): Promise<boolean> {
  const hash = await fingerprint(text, to.salt);
  return db.read(['inbox', 'records', 'discarded'], async (tx) => {
    const record = await tx.objectStore('records').index('fingerprint').getKey(hash);
    const id = record ?? (await tx.objectStore('inbox').index('fingerprint').getKey(hash));
    return id !== undefined && (await tx.objectStore('discarded').getKey(id)) === undefined;
  });
}

/**
 * Seals a key and stores it, unless it is there already; resolves after a strict commit.
 * @throws KeyferryError inbox_full
 */
export async function putSealed(
  db: VaultDb,
  to: SealingKey,
  captured: Captured,
  createdAt: number,
): Promise<{ readonly itemId: string; readonly known: boolean }> {
  const { tabId } = captured.details;
  const head = {
    id: crypto.randomUUID(),
    v: 1 as const,
    createdAt,
    fingerprint: await fingerprint(captured.key, to.salt),
    ...(tabId === undefined ? {} : { tabId }),
  };
  const bytes = toJsonBytes(captured);
  const context = contextOf(head);
  const sealed = await seal(to.publicKey, bytes, 'keyferry/inbox/v1', to.vaultId, context);
  return db.write(['inbox', 'records', 'discarded'], async (tx) => {
    const inbox = tx.objectStore('inbox');
    const record = await tx.objectStore('records').index('fingerprint').getKey(head.fingerprint);
    const present = record ?? (await inbox.index('fingerprint').getKey(head.fingerprint));
    if (present !== undefined) {
      // Whoever saves a key wants it kept, whatever was said of it before.
      await tx.objectStore('discarded').delete(present);
      return { itemId: present, known: true };
    }
    if (tabId !== undefined && (await inbox.index('tabId').count(tabId)) >= LIMIT_PER_TAB) {
      throw new KeyferryError('inbox_full');
    }
    await inbox.put({ ...head, sealed });
    return { itemId: head.id, known: false };
  });
}

/**
 * Makes a record of every sealed key that opens. What does not open stays as it is, for a key
 * must not be lost because it can't be read today; so does everything when the disk is full.
 */
export async function openInbox(db: VaultDb, keys: VaultKeys): Promise<void> {
  const rows = await db.read(['inbox'], (tx) => tx.objectStore('inbox').getAll());
  for (const row of rows) {
    try {
      await reseal(db, keys, row);
    } catch {
      // It stays sealed and is tried again at the next use.
    }
  }
}

/** Opens a sealed key. @throws KeyferryError vault_damaged */
export async function unseal({ pair, vaultId }: VaultKeys, row: InboxRow): Promise<Captured> {
  const bytes = await open(pair, row.sealed, 'keyferry/inbox/v1', vaultId, contextOf(row));
  return fromJsonBytes(bytes) as Captured;
}

/** One transaction, so that a worker killed at any point leaves the key in exactly one place. */
async function reseal(db: VaultDb, keys: VaultKeys, row: InboxRow): Promise<void> {
  const { key, details } = await unseal(keys, row);
  const { id, createdAt } = row;
  const place = { id, createdAt, fingerprint: row.fingerprint };
  const record = await makeRecord(keys, place, key, details);
  const put = (entries: Entries<RecordEntry>) => ({ ...entries, [id]: record.entry });
  await writeListed(db, keys, new Map([[recordPart(id), put]]), async (tx) => {
    // Another context may have done it meanwhile.
    if ((await tx.objectStore('inbox').getKey(id)) === undefined) return false;
    await tx.objectStore('records').put(record.row);
    await tx.objectStore('inbox').delete(id);
    return true;
  });
}

function contextOf(row: Omit<InboxRow, 'sealed'>): Context {
  return [row.id, row.v, row.createdAt, row.fingerprint, row.tabId ?? ''];
}
