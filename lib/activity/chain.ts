import { fromBase64, toBase64, type Bytes } from '@/lib/crypto/base64';
import type { Sealed } from '@/lib/crypto/envelope';
import { mac } from '@/lib/crypto/mac';

/** A sealed entry. What stands here in clear is what finds it again. */
export interface LogRow {
  /** From 1, without gaps. */
  readonly seq: number;
  /** The key that it is about, so that a key's entries are found without opening all. */
  readonly itemId?: string;
  /** The `mac` of the row before; empty for the first. */
  readonly previous: string;
  readonly sealed: Sealed;
  readonly mac: string;
}

/** The log's end, in clear, because it also grows while the vault is locked. */
export interface LogHead {
  readonly v: 1;
  readonly count: number;
  /** Authenticates the next row, and is forgotten with it: rows that exist can't be made anew. */
  readonly key: string;
  readonly lastMac: string;
}

/** Where checking starts: the first key, or a later one. Sealed by the vault key. */
export interface LogAnchor {
  readonly v: 1;
  /** The last row that was let go; 0 while there is none. */
  readonly gone: number;
  /** The last row that is not checked: those up to it were let go, or stand from before a break. */
  readonly from: number;
  readonly key: string;
  readonly mac: string;
  /** When the log was begun, in epoch milliseconds. */
  readonly begunAt: number;
  /** What was wrong when the log had to be begun anew, and when that was. */
  readonly broken?: { readonly at: number; readonly problems: readonly LogProblem[] };
}

/** What is wrong with a log. `from` and `to` are the first and last entry that it concerns. */
export interface LogProblem {
  /**
   * `changed`: not what was written there. `missing`: not there. `added`: not written by us.
   * `end-changed`: what is kept of the log's end does not fit its rows. `start-unreadable`: nothing
   * can be checked.
   */
  readonly kind: 'changed' | 'missing' | 'added' | 'end-changed' | 'start-unreadable';
  readonly from: number;
  readonly to: number;
}

/** Begins a chain with a fresh key. */
export function beginChain(begunAt: number): {
  readonly anchor: LogAnchor;
  readonly head: LogHead;
} {
  const key = toBase64(crypto.getRandomValues(new Uint8Array(32)));
  return {
    anchor: { v: 1, gone: 0, from: 0, key, mac: '', begunAt },
    head: { v: 1, count: 0, key, lastMac: '' },
  };
}

/** Begins it anew behind a break, with a fresh key, and keeps in mind what was wrong. */
export function beginAgain(
  before: Pick<LogAnchor, 'gone' | 'begunAt'>,
  from: number,
  broken: LogAnchor['broken'],
): { readonly anchor: LogAnchor; readonly head: LogHead } {
  const { anchor, head } = beginChain(before.begunAt);
  const { gone } = before;
  return {
    anchor: { ...anchor, gone, from, ...(broken ? { broken } : {}) },
    head: { ...head, count: from },
  };
}

/** Puts a sealed entry at the end of the chain. */
export function link(
  head: LogHead,
  body: Pick<LogRow, 'itemId' | 'sealed'>,
): { readonly row: LogRow; readonly head: LogHead } {
  const key = fromBase64(head.key);
  const unsigned = { ...body, seq: head.count + 1, previous: head.lastMac };
  const row = { ...unsigned, mac: macOf(key, unsigned) };
  return {
    row,
    head: { v: 1, count: row.seq, key: toBase64(nextKey(key)), lastMac: row.mac },
  };
}

/** The mac of a row under the key of its place. Everything in the row goes into it. */
export function macOf(key: Bytes, row: Omit<LogRow, 'mac'>): string {
  const { seq, itemId, previous, sealed } = row;
  const parts = [seq, itemId ?? '', previous, sealed.v, sealed.enc, sealed.ct];
  return toBase64(mac(key, 'keyferry/activity/v1', parts));
}

/** Moves the anchor on to a whole row that stands behind it; those up to that row are let go. */
export function moveAnchor(anchor: LogAnchor, { seq, mac: last }: LogRow): LogAnchor {
  let key = fromBase64(anchor.key);
  for (let place = anchor.from; place < seq; place += 1) key = nextKey(key);
  return { ...anchor, gone: seq, from: seq, key: toBase64(key), mac: last };
}

/** The key of the next place. There is no way back from it (Schneier and Kelsey 1999; Bellare and Yee 2003). */
export function nextKey(key: Bytes): Bytes {
  return mac(key, 'keyferry/activity-key/v1', []);
}
