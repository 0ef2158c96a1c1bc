import {
  beginChain,
  link,
  type LogAnchor,
  type LogHead,
  type LogProblem,
  type LogRow,
} from '@/lib/activity/chain';
import { createCheck } from '@/lib/activity/check';

/** What a disk holds of a log. */
export interface Log {
  readonly anchor: LogAnchor;
  readonly head: LogHead | undefined;
  readonly rows: readonly LogRow[];
}

/** A log of so many entries. What is sealed is made up: the chain does not look into it. */
export function makeLog(count: number): Log {
  const begun = beginChain(0);
  const rows: LogRow[] = [];
  let { head } = begun;
  for (let seq = 1; seq <= count; seq += 1) {
    const sealed = { v: 1 as const, enc: btoa(`enc ${seq}`), ct: btoa(`text ${seq}`) };
    const about = seq % 3 === 0 ? { itemId: `item-${seq % 5}` } : {};
    const next = link(head, { ...about, sealed });
    rows.push(next.row);
    head = next.head;
  }
  return { anchor: begun.anchor, head, rows };
}

/** What a check says of a log. */
export function check({ anchor, head, rows }: Log): readonly LogProblem[] {
  const checked = createCheck(anchor, head);
  for (const row of rows.toSorted((a, b) => a.seq - b.seq)) checked.take(row);
  return checked.finish();
}
