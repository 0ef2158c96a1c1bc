import { fromBase64, toBase64, type Bytes } from '@/lib/crypto/base64';
import {
  macOf,
  nextKey,
  type LogAnchor,
  type LogHead,
  type LogProblem,
  type LogRow,
} from './chain';

/** Rows and ends farther apart than this are not walked to. */
const FARTHEST = 100_000;

/**
 * Follows a chain from its anchor to its end, row by row in ascending order, so that no log has to
 * fit into memory.
 */
export function createCheck(anchor: LogAnchor, head: LogHead | undefined) {
  const problems: LogProblem[] = [];
  const end = isHead(head) && head.count >= anchor.from ? head.count : undefined;
  let key = fromBase64(anchor.key);
  /** The place that `key` belongs to. */
  let place = anchor.from + 1;
  let keyAtEnd = end === anchor.from ? key : undefined;
  let macAtEnd = end === anchor.from ? anchor.mac : undefined;
  /** The mac of the row before, while that row is known to be whole. */
  let previous: string | undefined = anchor.mac;
  let lastSeq = anchor.from;
  let lastWhole = 0;
  let goesOnBehindEnd = false;

  function walkTo(target: number): void {
    while (place < target) {
      key = nextKey(key);
      place += 1;
      if (place - 1 === end) keyAtEnd = key;
    }
  }

  function report(kind: LogProblem['kind'], from: number, to = from): void {
    const last = problems.at(-1);
    if (last?.kind === kind && last.to === from - 1) {
      problems[problems.length - 1] = { ...last, to };
    } else problems.push({ kind, from, to });
  }

  return {
    /** Takes the next row. Its number is higher than the last one's; the database sees to that. */
    take(row: LogRow): void {
      const { seq } = row;
      // What stands from before a break is not checked; what was let go can't be there.
      if (Number.isSafeInteger(seq) && seq > anchor.gone && seq <= anchor.from) return;
      if (!Number.isSafeInteger(seq) || seq <= anchor.from || seq > lastSeq + FARTHEST) {
        report('added', seq);
        return;
      }
      const lastMissing = Math.min(seq - 1, end ?? seq);
      if (lastMissing > lastSeq) report('missing', lastSeq + 1, lastMissing);
      if (seq > lastSeq + 1) previous = undefined;
      walkTo(seq);
      const isWhole = isSigned(key, row) && (previous === undefined || row.previous === previous);
      const isBehind = end !== undefined && seq > end;
      if (isWhole && isBehind) goesOnBehindEnd = true;
      else if (!isWhole) report(isBehind ? 'added' : 'changed', seq);
      if (isWhole) lastWhole = seq;
      previous = isWhole ? row.mac : undefined;
      if (isWhole && seq === end) macAtEnd = row.mac;
      lastSeq = Math.max(lastSeq, Math.min(seq, end ?? seq));
      walkTo(seq + 1);
    },

    /** After {@link finish}: the last place that belongs to the log. */
    last: (): number => Math.max(lastSeq, lastWhole),

    /** Ends the check. @returns what is wrong, in the order of the log; nothing when it is whole. */
    finish(): readonly LogProblem[] {
      if (end === undefined || end > lastSeq + FARTHEST) {
        report('end-changed', lastSeq);
        return problems;
      }
      walkTo(end + 1);
      const isRight = keyAtEnd !== undefined && toBase64(keyAtEnd) === head?.key;
      if (isRight && end > lastSeq) {
        report('missing', lastSeq + 1, end);
        lastSeq = end;
      }
      const fits = macAtEnd === undefined || macAtEnd === head?.lastMac;
      if (!isRight || goesOnBehindEnd || !fits) report('end-changed', end);
      return problems;
    },
  };
}

function isSigned(key: Bytes, row: LogRow): boolean {
  try {
    return macOf(key, row) === row.mac;
  } catch {
    // A row whose parts are gone is not what was written.
    return false;
  }
}

function isHead(head: LogHead | undefined): head is LogHead {
  return head?.v === 1 && Number.isSafeInteger(head.count) && head.count >= 0;
}
