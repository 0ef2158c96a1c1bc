import { expect, test, vi } from 'vitest';
import * as aes from '@/lib/crypto/aes-gcm';
import * as hpke from '@/lib/crypto/open';
import { openVaultDb } from '@/lib/vault/db';
import { VERSION } from '@/lib/vault/migrations';
import { openDB } from 'idb';
import { makeBrowser, PASSPHRASE } from './harness';
import { writeVersion1 } from './version-1';

vi.mock(import('@/lib/crypto/aes-gcm'), { spy: true });
vi.mock(import('@/lib/crypto/open'), { spy: true });

const MANY = 10_000;
/** The parts of the manifest that tell of keys. */
const PARTS = 256;
/** Header, key pair and the part of the destinations: what any operation opens. */
const AROUND = 12;

/** How many ciphertexts some work opened. */
async function opened(work: () => Promise<unknown>): Promise<number> {
  const [gcm, sealed] = [vi.mocked(aes.gcmDecrypt), vi.mocked(hpke.open)];
  const before = gcm.mock.calls.length + sealed.mock.calls.length;
  await work();
  return gcm.mock.calls.length + sealed.mock.calls.length - before;
}

test(
  '10 000 keys of version 1 are taken over whole; then only what is shown is opened',
  { timeout: 120_000 },
  async () => {
    const browser = makeBrowser();
    const written = await writeVersion1({ passphrase: PASSPHRASE, count: MANY });
    const vault = browser.start();
    await vault.unlock({ passphrase: PASSPHRASE });
    const database = await openDB('keyferry');
    expect(database.version).toBe(VERSION);
    database.close();

    const ids = written.map(({ id }) => id);
    expect(await opened(() => vault.items())).toBeLessThanOrEqual(PARTS + AROUND);
    const items = await vault.items();
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(ids));
    expect(await vault.count()).toBe(MANY);
    expect(await opened(() => vault.newest(3))).toBeLessThanOrEqual(AROUND);
    // A page: its rows, and the parts of the manifest that tell of them.
    const page = items.slice(0, 25).map(({ id }) => id);
    expect(await opened(() => vault.look(page))).toBeLessThanOrEqual(2 * page.length + AROUND);
    expect((await vault.look(page)).every(({ health }) => health === 'whole')).toBe(true);

    const [first] = written;
    expect(first && (await vault.reveal(first.id))).toBe(first?.key);
    expect(await vault.readDestination('aws')).toEqual({ label: 'AWS prod' });
    expect(await vault.readNote('receipt:one')).toEqual({ reference: 'form' });
    expect(first && (await vault.knows(first.key))).toBe(true);
    const db = openVaultDb();
    expect(await db.deliveries.of(first?.id ?? '')).toMatchObject({
      rows: [{ id: 'one', state: 'confirmed' }],
      damaged: [],
    });
    expect(await db.verifications.get(first?.id ?? '')).toMatchObject({ outcome: 'verified' });
  },
);
