import type { PageSnapshot } from '@/lib/domain/snapshot';
import { normalize } from '@/lib/locate/text';
import type { RevokeTask } from '@/lib/messaging/briefs';
import type { Step } from '@/lib/guide/step';

/** The steps that take a key away; the last press stays the person's (openai-platform.md §1.7). */
export function revokeFlow(task: RevokeTask): readonly Step[] {
  return [
    {
      id: 'find-key',
      anchor: 'row-revoke',
      sentence: 'find_key',
      words: [task.name, task.lastFour],
      fill: { type: 'press' },
      isDone: (snapshot) => snapshot.dialog === 'revoke' || isGone(task, snapshot),
    },
    {
      id: 'revoke',
      anchor: 'revoke-confirm',
      sentence: 'revoke',
      words: [task.name],
      isDone: (snapshot) => snapshot.dialog !== 'revoke' && isGone(task, snapshot),
    },
  ];
}

/** The rows of the page that could be the key: of its name, and not of another key's last characters. */
export function rowsLike({ name, lastFour }: RevokeTask, { keys }: PageSnapshot) {
  return keys.filter(
    (row) =>
      normalize(row.name) === normalize(name) &&
      (row.lastFour === undefined || lastFour.endsWith(row.lastFour)),
  );
}

/** Revoked keys stay listed with their status (openai-platform.md §1.2); a list without any row says nothing. */
function isGone(task: RevokeTask, snapshot: PageSnapshot): boolean {
  const rows = rowsLike(task, snapshot);
  return rows.length > 0 && rows.every(({ isActive }) => !isActive);
}
