import * as z from 'zod/mini';
import type { LogProblem } from '@/lib/activity/chain';
import type { ActivityEntry } from '@/lib/activity/entry';
import { id, nothing, ours } from './parts';

export type { ActivityEntry, LogProblem };

/** The messages about the log of what happened; a part of the table of messages. */
export const activityMessages = {
  /** Some entries, newest first: those before a place, or about one key. */
  'activity/list': {
    from: ours,
    request: () =>
      z.strictObject({
        before: z.optional(z.int().check(z.positive())),
        limit: z.int().check(z.minimum(1), z.maximum(200)),
        itemId: z.optional(id),
      }),
  },
  /** Whether the log is what was written. */
  'activity/check': { from: ours, request: nothing },
} as const;

/** One place of the log. Without an entry it could not be opened. */
export interface LoggedEntry {
  readonly seq: number;
  readonly entry?: ActivityEntry;
}

/** What the messages about the log are answered with. */
export interface ActivityAnswers {
  'activity/list': {
    readonly entries: readonly LoggedEntry[];
    /** How many there are in all. */
    readonly total: number;
    /** Whether there are older ones than these. */
    readonly more: boolean;
  };
  'activity/check': {
    /** What is wrong with it now; nothing when it is whole. */
    readonly problems: readonly LogProblem[];
    /** What was wrong when it had to be begun anew; entries up to there are not checked any more. */
    readonly broken?: {
      readonly at: number;
      readonly upTo: number;
      readonly problems: readonly LogProblem[];
    };
    /** How many entries were let go for being old. */
    readonly gone: number;
    readonly begunAt: number;
    readonly vaultCreatedAt: number;
  };
}
