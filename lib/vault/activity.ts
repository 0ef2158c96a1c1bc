import type { ActivityEntry } from '@/lib/activity/entry';
import type { LogRow } from '@/lib/activity/chain';
import { checkLog, LOG_LIMITS, tendLog, type LogLimits, type LogVerdict } from './activity-check';
import { appendEntries, openAnchor, openEntry, readLogState, rowsBetween } from './activity-rows';
import type { VaultDb } from './db';
import { readHeader } from './headers';
import { requireKeys, sealTo, type VaultKeys } from './keys';
import type { Session } from './session';

/** Which entries are wanted, newest first. */
export interface LogQuery {
  /** Only those before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
  /** Only those about this key. */
  readonly itemId?: string | undefined;
}

/** One place of the log. Without an entry it could not be opened. */
export interface LoggedEntry {
  readonly seq: number;
  readonly entry?: ActivityEntry;
}

/** Some entries, newest first. */
export interface LogPage {
  readonly entries: readonly LoggedEntry[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether there are older ones than these. */
  readonly more: boolean;
}

/**
 * The log of what happened: sealed, append-only, chained. Whoever reads it needs the vault open;
 * writing goes on while it is locked.
 */
export function createActivityLog(db: VaultDb, session: Session, limits: LogLimits = LOG_LIMITS) {
  return {
    /** Puts entries at the end. @returns false when there is no log. @throws when they can't be written */
    async append(...entries: readonly ActivityEntry[]): Promise<boolean> {
      return appendEntries(db, await sealTo(db, session), entries);
    },

    /** Begins, mends and shortens the log as needed; after every unlock. @throws KeyferryError vault_locked */
    async tend(now: number): Promise<void> {
      await tendLog(db, await requireKeys(db, session), now, limits);
    },

    /** Some entries, newest first; opens only these. @throws KeyferryError vault_locked */
    async page(query: LogQuery): Promise<LogPage> {
      return readPage(db, await requireKeys(db, session), query);
    },

    /** Whether it is what was written, and since when. @throws KeyferryError vault_locked */
    async check(): Promise<LogVerdict & { readonly vaultCreatedAt: number }> {
      const verdict = await checkLog(db, await requireKeys(db, session));
      const header = await readHeader(db);
      return { ...verdict, vaultCreatedAt: header?.createdAt ?? verdict.begunAt };
    },
  };
}

async function readPage(
  db: VaultDb,
  keys: VaultKeys,
  { before, limit, itemId }: LogQuery,
): Promise<LogPage> {
  const anchor = await openAnchor(keys, (await readLogState(db)).sealedAnchor);
  const gone = anchor?.gone ?? 0;
  const { rows, total } = await db.read(['activity'], async (tx) => {
    const store = tx.objectStore('activity');
    const found: LogRow[] = [];
    if (itemId === undefined) {
      const all = await store.count(rowsBetween(gone));
      let cursor = await store.openCursor(rowsBetween(gone, before), 'prev');
      while (cursor && found.length <= limit) {
        found.push(cursor.value);
        cursor = await cursor.continue();
      }
      return { rows: found, total: all };
    }
    const index = store.index('itemId');
    const all = await index.count(itemId);
    let cursor = await index.openCursor(itemId, 'prev');
    while (cursor && found.length <= limit) {
      const { seq } = cursor.value;
      if (seq > gone && (before === undefined || seq < before)) found.push(cursor.value);
      cursor = await cursor.continue();
    }
    return { rows: found, total: all };
  });
  const entries = await Promise.all(
    rows.slice(0, limit).map(async (row): Promise<LoggedEntry> => {
      const entry = await openEntry(keys, row).catch(() => undefined);
      return { seq: row.seq, ...(entry ? { entry } : {}) };
    }),
  );
  return { entries, total, more: rows.length > limit };
}
