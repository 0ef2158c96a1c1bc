import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import type { Context } from '@/lib/crypto/purposes';
import { keyKind, redact, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { CaptureDetails, VaultItem } from './item';
import type { VaultKeys } from './keys';
import type { RecordRow } from './rows';

type Place = Pick<RecordRow, 'id' | 'createdAt' | 'fingerprint'>;

/** The item, and again what stands beside it in clear, so that a change there is seen. */
interface Details extends VaultItem {
  readonly fingerprint: string;
}

/** Encrypts a key and its details as the first revision of a record. */
export async function makeRecord(
  { vaultId, vaultKey }: VaultKeys,
  place: Place,
  key: ApiKey,
  details: CaptureDetails,
): Promise<RecordRow> {
  const head = { ...place, v: 1 as const, revision: 1 };
  const known: Details = { ...place, kind: keyKind(key), redacted: redact(key), details };
  const protect = (field: Field, value: unknown) =>
    encrypt(vaultKey, toJsonBytes(value), 'keyferry/record/v1', contextOf(vaultId, head, field));
  return {
    ...head,
    secret: await protect('secret', key),
    details: await protect('details', known),
  };
}

/** Decrypts the details of a record, not its secret. @throws KeyferryError vault_damaged */
export async function openDetails(keys: VaultKeys, row: RecordRow): Promise<VaultItem> {
  const { fingerprint, ...item } = (await openField(keys, row, 'details')) as Details;
  if (fingerprint !== row.fingerprint || item.createdAt !== row.createdAt) {
    throw new KeyferryError('vault_damaged');
  }
  return item;
}

/** Decrypts the secret of a record. @throws KeyferryError vault_damaged */
export async function openSecret(keys: VaultKeys, row: RecordRow): Promise<ApiKey> {
  return (await openField(keys, row, 'secret')) as ApiKey;
}

/**
 * The record of an item, or undefined when there is no such item.
 * @throws KeyferryError vault_damaged when it is there and could not be opened at the unlock
 */
export async function findRecord(db: VaultDb, id: string): Promise<RecordRow | undefined> {
  const found = await db.read(['records', 'inbox'], async (tx) => ({
    record: await tx.objectStore('records').get(id),
    sealed: await tx.objectStore('inbox').getKey(id),
  }));
  if (!found.record && found.sealed !== undefined) throw new KeyferryError('vault_damaged');
  return found.record;
}

/** Every item whose details can be read, newest first: a damaged one must not hide the others. */
export async function readItems(db: VaultDb, keys: VaultKeys): Promise<VaultItem[]> {
  const rows = await db.read(['records'], (tx) => tx.objectStore('records').getAll());
  const read = await Promise.allSettled(rows.map((row) => openDetails(keys, row)));
  const items = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return items.toSorted((a, b) => b.createdAt - a.createdAt);
}

type Field = 'secret' | 'details';

async function openField(
  { vaultId, vaultKey }: VaultKeys,
  row: RecordRow,
  field: Field,
): Promise<unknown> {
  const context = contextOf(vaultId, row, field);
  return fromJsonBytes(await decrypt(vaultKey, row[field], 'keyferry/record/v1', context));
}

function contextOf(
  vaultId: string,
  { id, v, revision }: Pick<RecordRow, 'id' | 'v' | 'revision'>,
  field: Field,
): Context {
  return [vaultId, id, field, v, revision];
}
