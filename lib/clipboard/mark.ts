import { toBase64 } from '@/lib/crypto/base64';
import { digest } from '@/lib/crypto/digest';

/** What a copied text is known by: a salted hash. An API key is far too long to be guessed from it. */
export interface CopyMark {
  readonly salt: string;
  readonly hash: string;
}

/** Marks a text, under a salt of its own. */
export async function markOf(text: string): Promise<CopyMark> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  return { salt, hash: await digest('keyferry/clipboard/v1', [salt, text]) };
}

/** Whether this is the text that was marked. */
export async function isMarked(text: string, { salt, hash }: CopyMark): Promise<boolean> {
  return (await digest('keyferry/clipboard/v1', [salt, text])) === hash;
}
