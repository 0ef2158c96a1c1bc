import {
  beginAgain,
  beginChain,
  moveAnchor,
  type LogAnchor,
  type LogHead,
  type LogProblem,
} from '@/lib/activity/chain';
import { createCheck } from '@/lib/activity/check';
import type { Envelope } from '@/lib/crypto/envelope';
import { openAnchor, putAnchor, readLogState, rowsBetween, type LogState } from './activity-rows';
import type { VaultDb } from './db';
import type { VaultKeys } from './keys';

/** How much of the log is kept. */
export interface LogLimits {
  readonly kept: number;
  /** How many more there may be before the oldest are let go. */
  readonly slack: number;
}

/** See {@link LogLimits}. */
export const LOG_LIMITS: LogLimits = { kept: 10_000, slack: 1_000 };
/** How much of what was once wrong is kept in mind. */
const PROBLEMS_KEPT = 20;
const CHUNK = 500;
/** No log of ours comes this far: a higher number was put there. */
const HIGHEST = 1_000_000_000;

/** Whether the log is what was written. */
export interface LogVerdict {
  /** What is wrong with it now; nothing when it is whole. */
  readonly problems: readonly LogProblem[];
  /** What was wrong when it had to be begun anew; the entries up to that are not checked any more. */
  readonly broken?: NonNullable<LogAnchor['broken']> & { readonly upTo: number };
  /** How many entries were let go for being old. */
  readonly gone: number;
  readonly begunAt: number;
  /** The last entry that belongs to it, whether it is there or not. */
  readonly last: number;
}

/** Follows the whole chain. Opens no entry. */
export async function checkLog(db: VaultDb, keys: VaultKeys): Promise<LogVerdict> {
  const state = await readLogState(db);
  const anchor = await openAnchor(keys, state.sealedAnchor);
  if (!anchor) {
    const last = Math.min(state.last?.seq ?? 0, HIGHEST);
    const problem = { kind: 'start-unreadable', from: Math.min(1, last), to: last } as const;
    return { problems: [problem], gone: 0, begunAt: 0, last };
  }
  const found = await follow(db, anchor, state.sealedAnchor);
  if (!found) return checkLog(db, keys);
  const { broken, gone, begunAt, from } = anchor;
  return { ...found, gone, begunAt, ...(broken ? { broken: { ...broken, upTo: from } } : {}) };
}

/** Whether there is a log that is not what was written. One that was never begun is none. */
export async function isLogDamaged(db: VaultDb, keys: VaultKeys): Promise<boolean> {
  if (isUnbegun(await readLogState(db))) return false;
  return (await checkLog(db, keys)).problems.length > 0;
}

/**
 * Brings the log up to date, after an unlock: begins it where there is none; begins it anew where it
 * could not go on or would go on wrongly, and keeps in mind what was wrong; lets go what is old and whole.
 */
export async function tendLog(
  db: VaultDb,
  keys: VaultKeys,
  now: number,
  limits: LogLimits,
): Promise<void> {
  const state = await readLogState(db);
  if (isUnbegun(state)) return putAnchor(db, keys, state, beginChain(now));
  const anchor = await openAnchor(keys, state.sealedAnchor);
  if (anchor && canGoOn(anchor, state)) return letGo(db, keys, state, anchor, limits);
  const { problems, last } = await checkLog(db, keys);
  const known = anchor?.broken?.problems ?? [];
  const broken = { at: now, problems: [...known, ...problems].slice(-PROBLEMS_KEPT) };
  const before = anchor ?? { gone: 0, begunAt: now };
  await putAnchor(db, keys, state, beginAgain(before, last, broken));
}

function isUnbegun({ head, sealedAnchor, last }: LogState): boolean {
  return !head && !sealedAnchor && !last;
}

/** Whether the next entry would be found whole: looks at the end only, and not at the rows before. */
function canGoOn(anchor: LogAnchor, { head, last }: LogState): boolean {
  const check = createCheck(anchor, head);
  if (last) check.take(last);
  return check.finish().every(({ kind }) => kind === 'missing' || kind === 'changed');
}

async function letGo(
  db: VaultDb,
  keys: VaultKeys,
  state: LogState,
  anchor: LogAnchor,
  { kept, slack }: LogLimits,
): Promise<void> {
  const count = state.head?.count ?? 0;
  if (count - anchor.gone <= kept + slack) return;
  const last = count - kept;
  const row = await db.read(['activity'], (tx) => tx.objectStore('activity').get(last));
  const found = await follow(db, anchor, state.sealedAnchor);
  // What is not whole stays, for it is the only trace of what was done to it.
  if (!row || !found || found.problems.some(({ from }) => from <= last)) return;
  if (last <= anchor.from) return;
  await putAnchor(db, keys, state, { anchor: moveAnchor(anchor, row), head: undefined });
}

/** One transaction, so that nothing is written meanwhile. @returns undefined when the anchor has moved. */
async function follow(
  db: VaultDb,
  anchor: LogAnchor,
  sealed: Envelope | undefined,
): Promise<Pick<LogVerdict, 'problems' | 'last'> | undefined> {
  return db.read(['activity', 'meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const present = (await meta.get('activity-anchor')) as Envelope | undefined;
    if (present?.ct !== sealed?.ct) return undefined;
    const head = (await meta.get('activity-head')) as LogHead | undefined;
    const check = createCheck(anchor, head);
    const rows = tx.objectStore('activity');
    for (let after = -Infinity; ;) {
      const chunk = await rows.getAll(rowsBetween(after), CHUNK);
      for (const row of chunk) check.take(row);
      const last = chunk.at(-1);
      if (!last) return { problems: check.finish(), last: check.last() };
      after = last.seq;
    }
  });
}
