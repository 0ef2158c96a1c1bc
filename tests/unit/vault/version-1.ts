import { openDB, type IDBPDatabase } from 'idb';
import { importAesKey } from '@/lib/crypto/aes-gcm';
import { loadArgon2id } from '@/lib/crypto/argon2id';
import { toBase64 } from '@/lib/crypto/base64';
import { deriveKey } from '@/lib/crypto/derive-key';
import { digest } from '@/lib/crypto/digest';
import { encrypt } from '@/lib/crypto/encrypt';
import { fingerprint } from '@/lib/crypto/fingerprint';
import { toJsonBytes } from '@/lib/crypto/json';
import { KDF_FLOOR, kdfContext } from '@/lib/crypto/kdf-parameters';
import { generateKeyPair } from '@/lib/crypto/key-pair';
import { seal } from '@/lib/crypto/seal';
import { wrap } from '@/lib/crypto/wrap';
import { keyKind, redact, type ApiKey } from '@/lib/domain/api-key';
import { fakeApiKey } from '../fake-api-key';

/** Opens the database as version 1 of the code made it. */
export function openVersion1(name = 'keyferry'): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade(database) {
      database.createObjectStore('meta');
      const inbox = database.createObjectStore('inbox', { keyPath: 'id' });
      inbox.createIndex('fingerprint', 'fingerprint', { unique: true });
      inbox.createIndex('tabId', 'tabId');
      const records = database.createObjectStore('records', { keyPath: 'id' });
      records.createIndex('fingerprint', 'fingerprint', { unique: true });
      database.createObjectStore('destinations', { keyPath: 'id' });
      database.createObjectStore('notes', { keyPath: 'id' });
      const deliveries = database.createObjectStore('deliveries', { keyPath: 'id' });
      deliveries.createIndex('state', 'state');
      database.createObjectStore('verifications', { keyPath: 'itemId' });
    },
  });
}

/** A key of the fixture. */
interface WrittenKey {
  readonly id: string;
  readonly key: ApiKey;
}

interface Fixture {
  readonly passphrase: string;
  /** How many keys. */
  readonly count: number;
}

/**
 * Writes a vault of version 1, field by field as version 1 of the code wrote it: keys, a destination
 * with the id `aws`, a delivery `one` with its receipt, and a verification, both of the first key.
 */
export async function writeVersion1({ passphrase, count }: Fixture): Promise<WrittenKey[]> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const vaultKey = await importAesKey(raw);
  const { header, publicKey, salt } = await headerOf(passphrase, raw, vaultKey);
  const { vaultId } = header;
  const written: WrittenKey[] = [];
  const records: object[] = [];
  for (let at = 0; at < count; at++) {
    const key = fakeApiKey('proj', `N${at}x`);
    const head = { id: crypto.randomUUID(), v: 1, revision: 1, createdAt: 1_000 + at };
    const place = { createdAt: head.createdAt, fingerprint: await fingerprint(key, salt) };
    const details = { recipeId: 'doit', name: `key ${at}`, expiration: '90 days', tabId: 1 };
    const item = { id: head.id, kind: keyKind(key), redacted: redact(key), details, ...place };
    const protect = (field: string, value: unknown) =>
      encrypt(vaultKey, toJsonBytes(value), 'keyferry/record/v1', [vaultId, head.id, field, 1, 1]);
    records.push({
      ...head,
      ...place,
      secret: await protect('secret', key),
      details: await protect('details', item),
    });
    written.push({ id: head.id, key });
  }
  const settings = await encrypt(
    vaultKey,
    toJsonBytes({ label: 'AWS prod' }),
    'keyferry/destination/v1',
    [vaultId, 'aws', 'settings', 1, 1],
  );
  const receipt = toJsonBytes({ reference: 'form' });
  const sealed = await seal(publicKey, receipt, 'keyferry/note/v1', vaultId, ['receipt:one', 1]);
  const itemId = written[0]?.id ?? '';

  const db = await openVersion1();
  const tx = db.transaction([...db.objectStoreNames], 'readwrite');
  const put = (store: string, value: unknown, key?: string) =>
    void tx.objectStore(store).put(value, key);
  put('meta', header, 'header');
  put('meta', header.sealingKey, 'sealing-key');
  for (const record of records) put('records', record);
  put('destinations', { id: 'aws', v: 1, revision: 1, settings });
  put('notes', { id: 'receipt:one', v: 1, sealed });
  put('deliveries', {
    id: 'one',
    itemId,
    destinationId: 'aws',
    operationId: 'operation',
    state: 'confirmed',
    attempt: 1,
    createdAt: 1_000,
    updatedAt: 2_000,
    proof: 'metadata',
  });
  put('verifications', {
    itemId,
    state: 'done',
    attempt: 1,
    updatedAt: 2_000,
    outcome: 'verified',
  });
  await tx.done;
  db.close();
  return written;
}

async function headerOf(passphrase: string, raw: Uint8Array<ArrayBuffer>, vaultKey: CryptoKey) {
  const vaultId = crypto.randomUUID();
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const pair = { ...(await generateKeyPair()), salt };
  const keyPair = await encrypt(vaultKey, toJsonBytes(pair), 'keyferry/key-pair/v1', [vaultId]);
  const keyId = await digest('keyferry/key-id/v1', [pair.publicKey]);
  const sealingKey = {
    vaultId,
    keyId,
    publicKey: pair.publicKey,
    salt,
    checksum: await digest('keyferry/sealing-key/v1', [vaultId, keyId, pair.publicKey, salt]),
  };
  const kdf = {
    name: 'argon2id' as const,
    ...KDF_FLOOR,
    salt: toBase64(crypto.getRandomValues(new Uint8Array(16))),
  };
  const context = [1, vaultId, 1_000, 'passphrase', ...kdfContext(kdf)];
  const wrappingKey = await deriveKey(passphrase, kdf, vaultId, loadArgon2id);
  const wrapped = await wrap(wrappingKey, raw, context);
  const parts = [wrapped, keyPair].flatMap(({ v, iv, ct }) => [v, iv, ct]);
  const checksum = await digest('keyferry/header/v1', [...context, ...parts]);
  const header = {
    v: 1,
    vaultId,
    createdAt: 1_000,
    kdf,
    vaultKey: wrapped,
    keyPair,
    checksum,
    sealingKey,
  };
  return { header, publicKey: pair.publicKey, salt };
}
