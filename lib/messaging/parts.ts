import * as z from 'zod/mini';

/** A request that carries nothing. */
export const nothing = z.strictObject({});
/** An id of our making, or a recipe's. */
export const id = z.string().check(z.minLength(1), z.maxLength(80));
/** A short text of a page's. */
export const short = z.string().check(z.maxLength(200));
/** A passphrase as it was typed; whether it is a good one is for the vault to say. */
export const passphrase = z.string().check(z.minLength(1), z.maxLength(1024));

/** Our popup and app page. */
export const ours = ['extension-page'] as const;
