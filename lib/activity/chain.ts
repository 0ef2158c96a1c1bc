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

/** Where checking starts: the first key, or the one after rows that were let go. Sealed by the vault key. */
export interface LogAnchor {
  readonly v: 1;
  /** The last row that is not checked any more. */
  readonly from: number;
  readonly key: string;
  readonly mac: string;
  /** When the log was begun, in epoch milliseconds. */
  readonly begunAt: number;
}

/** Begins a chain with a fresh key. */
export function beginChain(begunAt: number): {
  readonly anchor: LogAnchor;
  readonly head: LogHead;
} {
  const key = toBase64(crypto.getRandomValues(new Uint8Array(32)));
  return {
    anchor: { v: 1, from: 0, key, mac: '', begunAt },
    head: { v: 1, count: 0, key, lastMac: '' },
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

/** The key of the next place. There is no way back from it (Schneier and Kelsey 1999; Bellare and Yee 2003). */
export function nextKey(key: Bytes): Bytes {
  return mac(key, 'keyferry/activity-key/v1', []);
}
