import * as z from 'zod/mini';
import { id, ours, passphrase, prf } from './parts';

/** The messages about a key in clear; a part of the table of messages. */
export const revealMessages = {
  /** Answers with the key itself, to our own pages only, after the person has shown again who they are. */
  'key/reveal': {
    from: ours,
    request: () =>
      z.union([z.strictObject({ itemId: id, passphrase }), z.strictObject({ itemId: id, prf })]),
  },
  /** A revealed key was put on the clipboard by the page that showed it. */
  'key/copied': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** The person has cleared the clipboard with our own button. */
  'key/uncopied': { from: ours, request: () => z.strictObject({ itemId: id }) },
} as const;

/** What the messages about a key in clear are answered with. */
export interface RevealAnswers {
  'key/reveal': { readonly text: string };
}
