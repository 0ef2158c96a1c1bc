import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import type { Context } from '@/lib/crypto/purposes';
import { CODE_BYTES, makeRecoveryCode } from '@/lib/domain/recovery-code';
import type { VaultDb } from './db';
import type { VaultKeys } from './keys';
import type { RecoveryRow } from './rows';

type Facts = Pick<RecoveryRow, 'savedAt' | 'keysThen'>;

/** The recovery code and what is known of its backups. */
export interface Recovery extends Facts {
  readonly code: string;
}

const ROW = 'recovery';

/** What is kept, or undefined before the first backup. @throws KeyferryError vault_damaged */
export async function readRecovery(db: VaultDb, keys: VaultKeys): Promise<Recovery | undefined> {
  const row = await readRow(db);
  return row && open(keys, row);
}

/**
 * Changes what is kept. The code is made once and stays, so that every later backup opens with it
 * too; only one that can't be read any more gives way to another.
 */
export async function changeRecovery(
  db: VaultDb,
  keys: VaultKeys,
  next: (facts: Facts) => Facts,
): Promise<Recovery> {
  const before = await readRow(db);
  const kept = before && (await open(keys, before).catch(() => undefined));
  const { code, savedAt, keysThen } = kept ?? { code: newCode(), savedAt: 0, keysThen: 0 };
  const facts = { v: 1 as const, ...next({ savedAt, keysThen }) };
  const context = contextOf(keys.vaultId, facts);
  const sealed = await encrypt(
    keys.vaultKey,
    toJsonBytes(code),
    'keyferry/recovery-code/v1',
    context,
  );
  const row: RecoveryRow = { ...facts, code: sealed };
  const isWritten = await db.write(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const present = (await meta.get(ROW)) as RecoveryRow | undefined;
    if (present?.code.ct !== before?.code.ct) return false;
    await meta.put(row, ROW);
    return true;
  });
  // Another context was faster: its code is the one to keep.
  if (!isWritten) return changeRecovery(db, keys, next);
  return { code, savedAt: facts.savedAt, keysThen: facts.keysThen };
}

/**
 * The code, made now when there is none. What is left of a vault that can't be written must be
 * had all the same: its backup then gets a code that is not kept.
 */
export async function codeForBackup(db: VaultDb, keys: VaultKeys): Promise<string> {
  const kept = await readRecovery(db, keys).catch(() => undefined);
  if (kept) return kept.code;
  return changeRecovery(db, keys, (facts) => facts).then(({ code }) => code, newCode);
}

/** When the last backup was saved, as it stands in clear: to be shown while locked, and not to be relied on. */
export async function savedWhileLocked(db: VaultDb): Promise<number> {
  return (await readRow(db))?.savedAt ?? 0;
}

async function readRow(db: VaultDb): Promise<RecoveryRow | undefined> {
  const row = await db.read(['meta'], (tx) => tx.objectStore('meta').get(ROW));
  return row as RecoveryRow | undefined;
}

async function open({ vaultId, vaultKey }: VaultKeys, row: RecoveryRow): Promise<Recovery> {
  const { savedAt, keysThen } = row;
  const context = contextOf(vaultId, row);
  const bytes = await decrypt(vaultKey, row.code, 'keyferry/recovery-code/v1', context);
  return { code: fromJsonBytes(bytes) as string, savedAt, keysThen };
}

function contextOf(vaultId: string, { v, savedAt, keysThen }: Omit<RecoveryRow, 'code'>): Context {
  return [vaultId, 'recovery', v, savedAt, keysThen];
}

/** A fresh code. It is kept by {@link changeRecovery} only. */
export function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CODE_BYTES));
  return makeRecoveryCode(bytes) ?? newCode();
}
