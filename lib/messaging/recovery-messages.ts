import * as z from 'zod/mini';
import type { BackupContents, Restored, RestorePlan } from '@/lib/domain/backup';
import type { Stakes } from '@/lib/domain/views';
import { id, nothing, ours, passphrase } from './parts';

const MOST = 100_000;
const list = z.readonly(z.array(z.unknown()).check(z.maxLength(MOST)));

/** A backup as our page has read it. What its entries are is looked at one by one. */
const contents = z.object({
  format: z.literal('keyferry-backup'),
  v: z.literal(1),
  madeAt: z.number(),
  keys: list,
  destinations: list,
  recipes: list,
  unreadable: z.number(),
});
/** See {@link BackupContents}. */
export type ContentsMessage = z.infer<typeof contents>;

/** The messages about backups and about starting over; a part of the table of messages. */
export const recoveryMessages = {
  /** Everything in clear: it goes from our page into an age file and nowhere else. */
  'backup/make': { from: ours, request: () => z.strictObject({ passphrase }) },
  /** The same of a vault whose database does not open. */
  'backup/rescue': { from: ours, request: () => z.strictObject({ passphrase }) },
  'backup/saved': { from: ours, request: nothing },
  'backup/put-off': { from: ours, request: nothing },
  'backup/compare': { from: ours, request: () => z.strictObject({ contents }) },
  'backup/restore': {
    from: ours,
    /** `overwrite`: ids of destinations whose settings the file's take the place of. */
    request: () =>
      z.strictObject({
        contents,
        overwrite: z.optional(z.array(id).check(z.minLength(1))),
      }),
  },
  'vault/stakes': { from: ours, request: nothing },
  'vault/start-over': { from: ours, request: () => z.strictObject({ decided: z.literal(true) }) },
} as const;

/** What the messages about backups are answered with. */
export interface RecoveryAnswers {
  'backup/make': { readonly contents: BackupContents; readonly code: string };
  'backup/rescue': { readonly contents: BackupContents; readonly code: string };
  'backup/compare': RestorePlan;
  'backup/restore': Restored;
  'vault/stakes': Stakes;
}
