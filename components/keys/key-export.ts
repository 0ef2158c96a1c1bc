import { healthsOf } from '@/lib/domain/key-health';
import type { KeyFilter, KeySort } from '@/lib/domain/key-list';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import type { Platform } from '../platform';

const PAGE = 100;

/** How a list of keys can be written. */
export type ExportFormat = 'csv' | 'json';

/** One key in a list for other programs: what the table shows of it. No secret, whole or in part. */
export interface ExportedKey {
  readonly key: string;
  readonly product: string;
  readonly name: string;
  readonly kind: string;
  readonly permission: string;
  readonly project: string;
  readonly organization: string;
  readonly created: string;
  readonly expires: string;
  readonly lastVerified: string;
  readonly where: readonly string[];
  readonly health: readonly string[];
  readonly tags: readonly string[];
}

/** The keys that a list is about, whatever page of it is shown. */
export interface ExportedList {
  readonly query: string;
  readonly filter: KeyFilter;
  readonly sort: KeySort;
}

/**
 * Saves a list as a file for other programs.
 * @param onProgress is told how far it is, which can take a while with thousands of keys
 * @returns the file's name, and how many keys are in it
 */
export async function saveKeys(
  list: ExportedList,
  format: ExportFormat,
  save: Platform['save'],
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly name: string; readonly count: number }> {
  const keys = await readKeys(list, onProgress);
  const now = Date.now();
  const name = `keyferry-keys-${iso(now).slice(0, 10)}.${format}`;
  save(new TextEncoder().encode(fileOf(keys, format, now)), name);
  return { name, count: keys.length };
}

/** Reads all keys of a list, page by page. */
async function readKeys(
  list: ExportedList,
  onProgress: (done: number, total: number) => void,
): Promise<readonly KeyView[]> {
  // A key that comes meanwhile moves the others: each counts once.
  const all = new Map<string, KeyView>();
  for (let offset = 0; ; offset += PAGE) {
    const { keys, total } = await send('keys/list', { ...list, offset, limit: PAGE });
    for (const key of keys) all.set(key.id, key);
    onProgress(Math.min(offset + PAGE, total), total);
    if (offset + PAGE >= total) return [...all.values()];
  }
}

/** The file for these keys. */
export function fileOf(keys: readonly KeyView[], format: ExportFormat, now: number): string {
  const rows = keys.map((key) => exported(key, now));
  if (format === 'csv') return csvOf(rows);
  const head = { format: 'keyferry-keys', v: 1, madeAt: iso(now) };
  return `${JSON.stringify({ ...head, keys: rows }, null, 2)}\n`;
}

function exported(key: KeyView, now: number): ExportedKey {
  const { deliveries, verification } = key;
  const there = deliveries.filter(({ state, label }) => state === 'confirmed' && label !== '');
  return {
    key: key.redacted,
    product: key.product ?? '',
    name: key.name ?? '',
    kind: key.kind,
    permission: key.permission ?? '',
    project: key.project ?? '',
    organization: key.organization ?? '',
    created: iso(key.createdAt),
    expires: key.expiresAt === undefined ? (key.expiration ?? '') : iso(key.expiresAt),
    lastVerified: iso(verifiedAt(key)),
    where: [...new Set(there.map(({ label }) => label))],
    health: key.damage
      ? [key.damage]
      : healthsOf({ expiresAt: key.expiresAt, deliveries, proof: verification }, now),
    tags: key.tags,
  };
}

/** When OpenAI last confirmed a key; undefined when its last check came to something else. */
export function verifiedAt({ verification }: KeyView): number | undefined {
  return verification?.outcome === 'verified' ? verification.checkedAt : undefined;
}

const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());

const COLUMNS = [
  'key',
  'product',
  'name',
  'kind',
  'permission',
  'project',
  'organization',
  'created',
  'expires',
  'lastVerified',
  'where',
  'health',
  'tags',
] as const satisfies readonly (keyof ExportedKey)[];

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
function csvOf(rows: readonly ExportedKey[]): string {
  const lines = rows.map((row) =>
    COLUMNS.map((column) => cell([row[column]].flat().join('; '))).join(','),
  );
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

/** A cell; spreadsheets take one that begins with these for a formula, unless a quote is before it (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
