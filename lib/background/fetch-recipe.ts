import { KeyferryError } from '@/lib/domain/errors';
import { request, type Io } from '@/lib/http';

const LARGEST = 64 * 1024;

/**
 * Gets a recipe's text from an address, on the terms of every request of ours.
 * @throws KeyferryError `recipe_missing` when the host has none there; `unreachable`, `timed_out`.
 */
export async function fetchRecipe(url: string, io: Pick<Io, 'fetch'>): Promise<string> {
  const address = new URL(url);
  // A name and a password in an address are a person's, and not for us to send.
  if (address.protocol !== 'https:' || address.username || address.password) {
    throw new KeyferryError('recipe_missing', [address.host]);
  }
  address.hash = '';
  const { status, text } = await request(io, {
    method: 'GET',
    url: address.href,
    largest: LARGEST,
  });
  if (status !== 200) throw new KeyferryError('recipe_missing', [address.host]);
  return text;
}

/** Where a recipe came from, as it is kept: an address without what may be secret in it. */
export function keptFrom(from: string | undefined): string | undefined {
  if (from === undefined || from.trim() === '') return undefined;
  if (!/^https:/i.test(from) || !URL.canParse(from)) return fileName(from);
  const { origin, pathname } = new URL(from);
  return (origin + pathname).slice(0, 300);
}

// Letters that can't be seen, or that turn the direction of writing, would let a name lie.
function fileName(name: string): string {
  return name.replaceAll(/[\p{C}\u2028\u2029]/gu, '').slice(0, 120);
}
