import { isSame } from './copies';
import type { VaultDb } from './db';
import { isSoundFirst } from './first-header';
import { isSound, type AnyHeader, type VaultHeader } from './header';
import { readSealingKey } from './sealing-key';

/** Where the header is kept twice: without it no key can be read again. */
const PLACES = ['header', 'header-copy'] as const;

/**
 * The header, or undefined when no vault was set up. Of two that differ, the one that is what was
 * written; the first where that is both of them or none.
 */
export async function readHeader(db: VaultDb): Promise<AnyHeader | undefined> {
  const [first, second] = await readBoth(db);
  if (!first || !second || isSame(first, second)) return first ?? second;
  return !(await isWhole(first)) && (await isWhole(second)) ? second : first;
}

/** Whether the header is what was last written, in both places, and so is the public key. */
export async function areHeadersSound(db: VaultDb): Promise<boolean> {
  const [first, second] = await readBoth(db);
  if (!first || (second && !isSame(first, second))) return false;
  return (await isWhole(first)) && (await readSealingKey(db)) !== undefined;
}

/**
 * Puts a header that has just opened in the place of one that is gone or damaged. One that is whole
 * and another stays: what was put back must not be taken for the last.
 */
export async function mendHeaders(db: VaultDb, right: VaultHeader): Promise<void> {
  const before = await readBoth(db);
  const isWrong = await Promise.all(before.map(async (each) => !each || !(await isWhole(each))));
  if (!isWrong.includes(true)) return;
  await db.write(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    for (const [at, place] of PLACES.entries()) {
      // Somebody else may have changed it meanwhile.
      if (isWrong[at] && isSame(await meta.get(place), before[at])) await meta.put(right, place);
    }
  });
}

/** What a transaction over `meta` writes a header with: in both places. */
export async function putHeader(meta: Meta, header: VaultHeader): Promise<void> {
  for (const place of PLACES) await meta.put(header, place);
}

/** The part of the store `meta` that is used. */
interface Meta {
  put(value: unknown, key: string): Promise<unknown>;
}

function readBoth(db: VaultDb): Promise<(AnyHeader | undefined)[]> {
  return db.read(['meta'], (tx) =>
    Promise.all(
      PLACES.map(
        async (place) => (await tx.objectStore('meta').get(place)) as AnyHeader | undefined,
      ),
    ),
  );
}

function isWhole(header: AnyHeader): Promise<boolean> {
  return header.v === 1 ? isSoundFirst(header) : isSound(header);
}
