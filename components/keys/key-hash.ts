import { KEY_KINDS } from '@/lib/domain/api-key';
import { KEY_HEALTHS } from '@/lib/domain/key-health';
import { KEY_COLUMNS, type KeyFilter, type KeySort } from '@/lib/domain/key-list';

/** The order of a list that nobody has ordered. */
export const NEWEST: KeySort = { by: 'saved', descending: true };

/** Which keys are listed, and how. */
export interface KeyListing {
  readonly filter: KeyFilter;
  readonly sort: KeySort;
}

/**
 * Reads what stands behind the `?` of `#keys?health=broken&sort=-expires`; what is not known there is
 * left out. Words that are searched for are never in an address: browsers write addresses to the disk.
 */
export function listingOf(query: string): KeyListing {
  const given = new URLSearchParams(query);
  const order = given.get('sort') ?? '';
  const by = KEY_COLUMNS.find((each) => each === order.replace(/^-/, ''));
  const filter: KeyFilter = {
    health: KEY_HEALTHS.find((each) => each === given.get('health')),
    product: given.get('product') ?? undefined,
    kind: KEY_KINDS.find((each) => each === given.get('kind')),
    destination: given.get('destination') ?? undefined,
  };
  return { filter: chosen(filter), sort: by ? { by, descending: order.startsWith('-') } : NEWEST };
}

/** The address of a list; {@link listingOf} reads it. */
export function hashOfListing({ filter, sort }: KeyListing): string {
  const given = new URLSearchParams(chosen(filter) as Record<string, string>);
  const isUsual = sort.by === NEWEST.by && sort.descending === NEWEST.descending;
  if (!isUsual) given.set('sort', `${sort.descending ? '-' : ''}${sort.by}`);
  return given.size === 0 ? '#keys' : `#keys?${given.toString()}`;
}

/** How many things a filter asks for. */
export const countOf = (filter: KeyFilter): number => Object.keys(chosen(filter)).length;

/** Only what is asked for. */
function chosen(filter: KeyFilter): KeyFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
}
