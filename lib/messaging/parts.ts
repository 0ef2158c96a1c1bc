import * as z from 'zod/mini';

/** A request that carries nothing. */
export const nothing = () => z.strictObject({});
/** An id of our making, or a recipe's. */
export const id = z.string().check(z.minLength(1), z.maxLength(80));
/** A short text of a page's. */
export const short = z.string().check(z.maxLength(200));
/** A passphrase as it was typed; whether it is a good one is for the vault to say. */
export const passphrase = z.string().check(z.minLength(1), z.maxLength(1024));
/** What a passkey computed: 32 bytes in base64. */
export const prf = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));

/** What the person shows to be let in, or to be asked again. */
export const proof = z.union([z.strictObject({ passphrase }), z.strictObject({ prf })]);

/** Our popup and app page. */
export const ours = ['extension-page'] as const;

/** The owner's own words about a key. */
export const note = z.string().check(z.maxLength(2000));
/** The owner's own words to find keys by. */
export const tags = z
  .array(z.string().check(z.minLength(1), z.maxLength(40)))
  .check(z.maxLength(20));
