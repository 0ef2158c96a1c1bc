import * as z from 'zod/mini';
import { CHECK_EVERY } from '@/lib/domain/checking';
import { KEY_KINDS } from '@/lib/domain/api-key';
import { KEY_HEALTHS } from '@/lib/domain/key-health';
import { KEY_COLUMNS } from '@/lib/domain/key-list';
import type { UsageAnswer } from '@/lib/domain/recent-usage';
import type { Question } from '@/lib/domain/verification';
import type { KeyPage, KeyView } from '@/lib/domain/views';
import type { CaptureAnswer } from './briefs';
import { id, note, nothing, ours, short } from './parts';

const dashboard = ['dashboard'] as const;

/** The messages about keys, from our pages and from the dashboard; a part of the table of messages. */
export const keyMessages = {
  'key/save-visible': { from: ours, request: nothing },
  /** Offers the keys that wait in memory to the vault again. */
  'key/save-held': { from: ours, request: nothing },
  'key/paste': {
    from: ours,
    request: () =>
      z.strictObject({
        text: z.string().check(z.maxLength(4096)),
        recipeId: z.optional(id),
      }),
  },
  /** A key that our practice page made. */
  'practice/save': {
    from: ours,
    request: () => z.strictObject({ text: z.string().check(z.maxLength(64)), name: short }),
  },
  /** Where the person wants to send a key: kept while the browser runs, for a popup that closes under it. */
  'key/choose': {
    from: ours,
    request: () =>
      z.strictObject({
        itemId: id,
        /** Missing for none. */
        destinationIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(100))),
      }),
  },
  'key/dismiss': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** One page of the keys that fit a query and a filter; without words, of all. */
  'keys/list': {
    from: ours,
    request: () =>
      z.strictObject({
        query: short,
        filter: z.optional(
          z.strictObject({
            health: z.optional(z.enum(KEY_HEALTHS)),
            product: z.optional(short),
            kind: z.optional(z.enum(KEY_KINDS)),
            destination: z.optional(id),
          }),
        ),
        sort: z.strictObject({ by: z.enum(KEY_COLUMNS), descending: z.boolean() }),
        offset: z.int().check(z.nonnegative()),
        limit: z.int().check(z.positive(), z.lte(100)),
      }),
  },
  'key/view': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** The owner's own words, in place of the earlier ones; tags with commas between them. */
  'key/edit': {
    from: ours,
    request: () => z.strictObject({ itemId: id, note, tags: z.string().check(z.maxLength(1000)) }),
  },
  /** An older or unlisted copy of a key is the one to keep. */
  'key/keep': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** Out of every list at once; deleted when the vault locks. */
  'key/discard': { from: ours, request: () => z.strictObject({ itemId: id }) },
  'key/restore': { from: ours, request: () => z.strictObject({ itemId: id }) },
  'verification/again': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** Every key, one after the other. */
  'verification/all': { from: ours, request: nothing },
  /** How many keys that are, and how many questions. */
  'verification/all-questions': { from: ours, request: nothing },
  /** The person looked at a key that broke. */
  'verification/seen': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** What the next proof will ask OpenAI. */
  'verification/questions': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** What the key's organization spent lately. Nothing of it is kept. */
  'verification/usage': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** How keys are proved from now on. */
  'verification/settings': {
    from: ours,
    request: () =>
      z.strictObject({
        getOnly: z.boolean(),
        every: z.enum(CHECK_EVERY),
        notify: z.boolean(),
      }),
  },

  'key/visible': {
    from: dashboard,
    /** By these the background tells the key that it has just saved from another. */
    request: () => z.strictObject({ lastFour: z.string().check(z.maxLength(4)) }),
  },
  'key/capture': {
    from: dashboard,
    request: () =>
      z.strictObject({
        value: z.string().check(z.maxLength(512)),
        /** The person pressed Save key; without it a capture needs a running guide. */
        pressed: z.boolean(),
      }),
  },
  /** A key that was offered is no longer on screen. */
  'key/gone': { from: dashboard, request: nothing },
} as const;

/** What the messages about keys are answered with. */
export interface KeyAnswers {
  'keys/list': KeyPage;
  /** Null when there is no such key. */
  'key/view': KeyView | null;
  'verification/questions': readonly Question[];
  'verification/usage': UsageAnswer;
  'verification/all-questions': { readonly keys: number; readonly questions: number };
  'key/save-visible': CaptureAnswer;
  'key/paste': CaptureAnswer;
  'practice/save': CaptureAnswer;
  'key/visible': { readonly capture: boolean };
  'key/capture': CaptureAnswer;
}
