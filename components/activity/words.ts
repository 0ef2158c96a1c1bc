import { i18n } from '#i18n';
import type { ErrorCode } from '@/lib/domain/errors';
import type {
  ActivityAnswers,
  ActivityEntry,
  LoggedEntry,
  LogProblem,
} from '@/lib/messaging/activity-messages';
import { language } from '../language';
import { describeCode, message } from '../message';

/** What a check of the log answers. */
export type LogCheck = ActivityAnswers['activity/check'];

/** Entries of one day, newest first. */
export interface LogDay {
  /** A moment of that day, in epoch milliseconds; undefined where no entry says one. */
  readonly at: number | undefined;
  readonly entries: readonly LoggedEntry[];
}

const PROOFS: readonly string[] = ['verified', 'rejected', 'indeterminate'];

/** Groups entries by the day on which they happened; one that can't be read stays with the newer ones. */
export function daysOf(entries: readonly LoggedEntry[]): readonly LogDay[] {
  const days: { at: number | undefined; entries: LoggedEntry[] }[] = [];
  for (const each of entries) {
    const last = days.at(-1);
    const at = each.entry?.at;
    const isSame = last?.at === undefined || at === undefined || isSameDay(last.at, at);
    if (!last || !isSame) days.push({ at, entries: [each] });
    else {
      last.at ??= at;
      last.entries.push(each);
    }
  }
  return days;
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** Why something failed, as a sentence; nothing for what needs none. */
export function reasonOf({ what, reason, place }: ActivityEntry): string {
  if (reason === undefined || what === 'unlock_failed') return '';
  if (PROOFS.includes(what)) return message(`verification.${reason}`);
  return describeCode(reason as ErrorCode, [place ?? '']);
}

/** What is wrong, in words: "Entry 12 was changed." */
export function problemWords({ kind, from, to }: LogProblem): string {
  const count = to - from + 1;
  const words: [string, string, string] = [countWords(count), countWords(from), countWords(to)];
  switch (kind) {
    case 'changed':
      return i18n.t('ui.activity.problem.changed', count, words);
    case 'missing':
      return i18n.t('ui.activity.problem.missing', count, words);
    case 'added':
      return i18n.t('ui.activity.problem.added', count, words);
    case 'end-changed':
      return i18n.t('ui.activity.problem.end_changed', [countWords(to)]);
    case 'start-unreadable':
      return i18n.t('ui.activity.problem.start_unreadable');
  }
}

/** How an entry stands: whether it is what was written, as far as that is known. */
export function standOf(
  { seq, entry }: LoggedEntry,
  check: LogCheck | undefined,
): 'sound' | 'changed' | 'unchecked' {
  const isHit = check?.problems.some(
    ({ kind, from, to }) => (kind === 'changed' || kind === 'added') && from <= seq && seq <= to,
  );
  if (isHit || !entry) return 'changed';
  return check?.broken && seq <= check.broken.upTo ? 'unchecked' : 'sound';
}

/** Longer than a set-up takes: a log that begins so much later than its vault has no beginning. */
const LATE = 60 * 60_000;

/** Whether what happened at first is not in the log. */
export function beginsLate({ begunAt, vaultCreatedAt }: LogCheck): boolean {
  return begunAt - vaultCreatedAt > LATE;
}

/** A day in full, as people here write it. */
export function fullDay(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'full' }).format(at);
}

/** The time of day, as people here write it. */
export function timeWords(at: number): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'medium' }).format(at);
}

/** A number as people here write it. */
export function countWords(count: number): string {
  return new Intl.NumberFormat(language()).format(count);
}
