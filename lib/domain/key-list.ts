import type { Permission } from './scopes';
import type { KeyKind } from './api-key';
import { healthsOf, type HealthFacts, type KeyHealth } from './key-health';

/** What keys can be sorted by. */
export const KEY_COLUMNS = [
  'saved',
  'product',
  'name',
  'kind',
  'project',
  'organization',
  'permission',
  'expires',
] as const;
/** See {@link KEY_COLUMNS}. */
export type KeyColumn = (typeof KEY_COLUMNS)[number];

/** An order of keys. */
export interface KeySort {
  readonly by: KeyColumn;
  readonly descending: boolean;
}

/** Which keys are asked for; what is left out may be anything. */
export interface KeyFilter {
  readonly health?: KeyHealth | undefined;
  readonly product?: string | undefined;
  readonly kind?: KeyKind | undefined;
  /** The id of a place that holds the key. */
  readonly destination?: string | undefined;
}

/** What of a key is searched and sorted by. */
export interface KeyFacts {
  readonly id: string;
  readonly kind: KeyKind;
  readonly redacted: string;
  readonly createdAt: number;
  readonly product?: string | undefined;
  readonly name?: string | undefined;
  readonly project?: string | undefined;
  readonly organization?: string | undefined;
  readonly trackingId?: string | undefined;
  readonly permission?: Permission | undefined;
  readonly expiresAt?: number | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** Whether every word of a query is somewhere in what is known of a key. */
export function matchesKey(key: KeyFacts, query: string): boolean {
  const { redacted, product, name, project, organization, trackingId, note, tags = [] } = key;
  const known = [key.kind, redacted, product, name, project, organization, trackingId, note];
  const text = [...known, key.permission, ...tags].filter(Boolean).join('\n');
  return wordsOf(query).every((word) => fold(text).includes(word));
}

/** Whether a filter needs to know where keys are and how they were proved. */
export const asksWhere = ({ health, destination }: KeyFilter): boolean =>
  health !== undefined || destination !== undefined;

/**
 * Whether a key is one of those that a filter asks for.
 * @param where its deliveries and its proof; may be left out unless {@link asksWhere}
 */
export function fitsFilter(
  key: KeyFacts,
  { health, product, kind, destination }: KeyFilter,
  where: Omit<HealthFacts, 'expiresAt'>,
  now: number,
): boolean {
  if (kind !== undefined && key.kind !== kind) return false;
  if (product !== undefined && key.product !== product) return false;
  const isThere = where.deliveries.some(
    ({ destinationId, state }) => destinationId === destination && state === 'confirmed',
  );
  if (destination !== undefined && !isThere) return false;
  if (health === undefined) return true;
  return healthsOf({ ...where, expiresAt: key.expiresAt }, now).includes(health);
}

/** Keys in an order; equal ones the newest first, and what has no value last. */
export function sortKeys<K extends KeyFacts>(keys: readonly K[], { by, descending }: KeySort): K[] {
  const sign = descending ? -1 : 1;
  const valued = keys.map((key) => ({ key, value: valueOf(key, by) }));
  return valued
    .toSorted((a, b) => {
      if (a.value === undefined || b.value === undefined) {
        const gap = Number(a.value === undefined) - Number(b.value === undefined);
        return gap || b.key.createdAt - a.key.createdAt;
      }
      return sign * compare(a.value, b.value) || b.key.createdAt - a.key.createdAt;
    })
    .map(({ key }) => key);
}

function valueOf(key: KeyFacts, by: KeyColumn): string | number | undefined {
  if (by === 'saved') return key.createdAt;
  if (by === 'expires') return key.expiresAt;
  const text = key[by];
  return text === undefined || text === '' ? undefined : fold(text);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
