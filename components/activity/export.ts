import type { LoggedEntry } from '@/lib/messaging/activity-messages';
import { send } from '@/lib/messaging/client';

const PAGE = 200;

/** Reads the whole log, or what is in it about one key, page by page. */
async function readAll(itemId: string | undefined): Promise<readonly LoggedEntry[]> {
  const all: LoggedEntry[] = [];
  for (let more = true; more;) {
    const before = all.at(-1)?.seq;
    const page = await send('activity/list', {
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
      ...(itemId === undefined ? {} : { itemId }),
    });
    all.push(...page.entries);
    more = page.more && page.entries.length > 0;
  }
  return all.toReversed();
}

/** The log as JSON, oldest first, with what its check says. There are no secrets in it to begin with. */
export async function exportLog(itemId: string | undefined, now: number): Promise<string> {
  const check = await send('activity/check', {});
  const entries = await readAll(itemId);
  const rows = entries.map(({ seq, entry }) =>
    entry ? { seq, ...entry, at: new Date(entry.at).toISOString() } : { seq, unreadable: true },
  );
  const file = { format: 'keyferry-activity', v: 1, madeAt: new Date(now).toISOString() };
  return JSON.stringify({ ...file, check, entries: rows }, null, 2);
}
