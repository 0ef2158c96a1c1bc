import { openVersion1, writeVersion1 } from '../../unit/vault/version-1';

/** Runs in a page of the extension: writes a vault with so many keys, in the first version's form, which the next start brings up to date. */
export async function plant(passphrase: string, count: number): Promise<void> {
  // Asked for together, so that the worker can't open it in between.
  indexedDB.deleteDatabase('keyferry');
  const database = await openVersion1();
  await writeVersion1({ passphrase, count });
  // Its destination is of no kind that there is.
  for (const store of ['destinations', 'deliveries', 'notes', 'verifications']) {
    await database.clear(store);
  }
  database.close();
}
