import { openVersion1, writeVersion1 } from '../../unit/vault/version-1';

/** Runs in a page of the extension: writes a vault with so many keys, in the first version's form, which the next start brings up to date. */
export async function plant(passphrase: string, count: number): Promise<void> {
  await new Promise((done) => {
    indexedDB.deleteDatabase('keyferry').addEventListener('success', done);
  });
  await writeVersion1({ passphrase, count });
  // Its destination is of no kind that there is.
  const database = await openVersion1();
  for (const store of ['destinations', 'deliveries', 'notes', 'verifications']) {
    await database.clear(store);
  }
  database.close();
}
