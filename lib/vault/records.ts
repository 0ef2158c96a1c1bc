import { decrypt } from '@/lib/crypto/decrypt';
import { digest } from '@/lib/crypto/digest';
import { encrypt } from '@/lib/crypto/encrypt';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import type { Context } from '@/lib/crypto/purposes';
import { keyKind, redact, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { KeyDetails, VaultItem } from './item';
import type { VaultKeys } from './keys';
import type { RecordEntry } from './manifest';
import type { RecordRow } from './rows';

type Place = Pick<RecordRow, 'id' | 'createdAt' | 'fingerprint'>;

/** The item, and again what stands beside it in clear, so that a change there is seen. */
interface Details extends VaultItem {
  readonly fingerprint: string;
}

/** A record, and what the manifest says of it. Both are written in one transaction. */
export interface MadeRecord {
  readonly row: RecordRow;
  readonly entry: RecordEntry;
}

/** Encrypts a key and its details as a revision of a record. */
export async function makeRecord(
  { vaultId, vaultKey }: VaultKeys,
  { id, createdAt, fingerprint }: Place,
  key: ApiKey,
  details: KeyDetails,
  revision = 1,
): Promise<MadeRecord> {
  const head = { id, createdAt, fingerprint, v: 1 as const, revision };
  const item: VaultItem = { id, createdAt, kind: keyKind(key), redacted: redact(key), details };
  const known: Details = { ...item, fingerprint };
  const protect = (field: Field, value: unknown) =>
    encrypt(vaultKey, toJsonBytes(value), 'keyferry/record/v1', contextOf(vaultId, head, field));
  const row: RecordRow = {
    ...head,
    secret: await protect('secret', key),
    details: await protect('details', known),
  };
  return { row, entry: await entryOf(row, item) };
}

/** What the manifest says of a record that is as it should be. */
export async function entryOf(row: RecordRow, item: VaultItem): Promise<RecordEntry> {
  return { revision: row.revision, secret: await secretDigest(row), item };
}

/** Of the sealed secret. Nothing can be learned from it. */
export function secretDigest({ secret: { v, iv, ct } }: RecordRow): Promise<string> {
  return digest('keyferry/secret/v1', [v, iv, ct]);
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
 * The record of an item, or undefined when there is no such item, or it was discarded.
 * @throws KeyferryError vault_damaged when it is there and could not be opened at the unlock
 */
export async function findRecord(db: VaultDb, id: string): Promise<RecordRow | undefined> {
  const found = await db.read(['records', 'inbox', 'discarded'], async (tx) => ({
    record: await tx.objectStore('records').get(id),
    sealed: await tx.objectStore('inbox').getKey(id),
    discarded: await tx.objectStore('discarded').getKey(id),
  }));
  if (found.discarded !== undefined) return undefined;
  if (!found.record && found.sealed !== undefined) throw new KeyferryError('vault_damaged');
  return found.record;
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
