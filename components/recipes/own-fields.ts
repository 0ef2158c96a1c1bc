import { rowsFor } from '@/lib/domain/scopes';
import type { OwnRecipe, Recipe } from '@/lib/messaging/recipe-messages';

/** What the person types and chooses for a recipe of their own. */
export interface OwnFields {
  readonly product: string;
  readonly purpose: string;
  readonly kind: OwnRecipe['kind'];
  readonly permission: OwnRecipe['permission'];
  /** Row → choice; rows that are not here stay at None. */
  readonly rows: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly name: string;
  readonly expires: string;
  readonly place: string;
}

/** Why a field can't be right (`ui.ownReason.<reason>`), for those that can't. */
export type OwnReasons = Partial<Record<keyof OwnFields, string>>;

/** Before anything is typed: the narrowest choices. */
export const NO_OWN_FIELDS: OwnFields = {
  product: '',
  purpose: '',
  kind: 'project',
  permission: 'restricted',
  rows: {},
  reason: '',
  name: 'Keyferry {date}',
  expires: '90',
  place: '',
};

/** A recipe as the form shows it. */
export function fieldsOf({ product, purpose, key, place }: Recipe): OwnFields {
  return {
    product,
    purpose,
    kind: key.kind,
    permission: key.permission,
    rows: Object.fromEntries(key.rows.map(({ row, choice }) => [row, choice])),
    reason: key.reason,
    name: key.name,
    expires: key.expiresInDays === undefined ? '' : String(key.expiresInDays),
    place,
  };
}

/** The rows that are set, in the order of the dashboard's matrix. Those of another kind of key are left out. */
export function chosenRows({ kind, rows }: OwnFields): OwnRecipe['rows'] {
  return rowsFor(kind).flatMap(({ row, choices }) => {
    const choice = rows[row];
    return choice !== undefined && choice !== 'None' && choice in choices
      ? [{ row, choice: choice as OwnRecipe['rows'][number]['choice'] }]
      : [];
  });
}

/** The fields as they are sent. They must have been checked. */
export function ownOf(fields: OwnFields): OwnRecipe {
  const { kind, permission, expires } = fields;
  return {
    product: fields.product.trim(),
    purpose: fields.purpose.trim(),
    kind,
    permission,
    reason: fields.reason.trim(),
    rows: permission === 'restricted' ? chosenRows(fields) : [],
    name: fields.name.trim(),
    ...(expires.trim() === '' ? {} : { expiresInDays: Number(expires) }),
    place: fields.place.trim(),
  };
}

/** Checks the fields; an empty answer means that they can be sent. */
export function ownReasonsOf(fields: OwnFields): OwnReasons {
  const { permission, expires } = fields;
  const rowsMissing = permission === 'restricted' && chosenRows(fields).length === 0;
  const found: Partial<Record<keyof OwnFields, string | undefined>> = {
    product: lengthOf(fields.product, 60),
    purpose: lengthOf(fields.purpose, 80),
    reason: lengthOf(fields.reason, 200),
    rows: rowsMissing ? 'missing' : undefined,
    name: lengthOf(fields.name, 60) ?? nameForm(fields.name),
    expires: expires.trim() === '' || isDays(expires) ? undefined : 'form',
    place: lengthOf(fields.place, 200),
  };
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, reason]) => reason !== undefined)
      .map(([field, reason]) => [field, `${field}_${reason}`]),
  );
}

function lengthOf(text: string, most: number): string | undefined {
  const { length } = text.trim();
  if (length === 0) return 'missing';
  return length > most ? 'long' : undefined;
}

function nameForm(name: string): string | undefined {
  return /[{}]/.test(name.replaceAll('{date}', '')) ? 'form' : undefined;
}

function isDays(text: string): boolean {
  const days = Number(text.trim());
  return Number.isInteger(days) && days >= 1 && days <= 365;
}
