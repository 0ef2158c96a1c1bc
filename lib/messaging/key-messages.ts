import * as z from 'zod/mini';
import type { CaptureAnswer } from './briefs';
import { id, nothing, ours } from './parts';

const dashboard = ['dashboard'] as const;

/** The messages about keys, from our pages and from the dashboard; a part of the table of messages. */
export const keyMessages = {
  'key/save-visible': { from: ours, request: nothing },
  /** Offers the keys that wait in memory to the vault again. */
  'key/save-held': { from: ours, request: nothing },
  'key/paste': {
    from: ours,
    request: z.strictObject({
      text: z.string().check(z.maxLength(4096)),
      recipeId: z.optional(id),
    }),
  },
  'key/dismiss': { from: ours, request: z.strictObject({ itemId: id }) },
  'verification/again': { from: ours, request: z.strictObject({ itemId: id }) },

  'key/visible': {
    from: dashboard,
    /** By these the background tells the key that it has just saved from another. */
    request: z.strictObject({ lastFour: z.string().check(z.maxLength(4)) }),
  },
  'key/capture': {
    from: dashboard,
    request: z.strictObject({
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
  'key/save-visible': CaptureAnswer;
  'key/paste': CaptureAnswer;
  'key/visible': { readonly capture: boolean };
  'key/capture': CaptureAnswer;
}
