import { rowsFor } from '@/lib/domain/scopes';
import { CATALOGUE } from './catalogue';
import { likeOpenAi } from './lookalike';
import type { Recipe } from './recipe';
import { suspicious } from './suspicious';

/** One finding about a recipe that its schema can't tell. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** What a recipe says wrongly: it can't be used like this. */
export function mistakes(recipe: Recipe): Finding[] {
  return [...permissionMistakes(recipe), ...portalMistakes(recipe), ...idMistakes(recipe)];
}

/** Texts anywhere in a value, names of fields too, that have no place in a recipe. */
export function suspiciousTexts(value: unknown, path: readonly PropertyKey[] = []): Finding[] {
  if (typeof value === 'string') {
    const reason = suspicious(value, path[0] === 'portal');
    return reason ? [{ path, reason }] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => suspiciousTexts(each, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const reason = suspicious(name, false);
    // A path is shown to people, so a name that may be a secret is not put into one.
    return reason ? [{ path, reason }] : suspiciousTexts(each, [...path, name]);
  });
}

function permissionMistakes({ key }: Recipe): Finding[] {
  const path = ['key', 'rows'];
  const found: Finding[] = [];
  if (key.permission !== 'restricted' && key.rows.length > 0) {
    found.push({
      path,
      reason: 'Rows are set in a restricted key only. Remove them, or write restricted.',
    });
  }
  if (key.permission === 'restricted' && key.rows.every(({ optional }) => optional)) {
    found.push({ path, reason: 'A restricted key needs at least one row that is not optional.' });
  }
  key.rows.forEach(({ row, choice }, index) => {
    const reason = rowMistake(key.kind, row, choice);
    if (reason) found.push({ path: [...path, index, reason.of], reason: reason.words });
    if (key.rows.findIndex((each) => each.row === row) < index) {
      found.push({ path: [...path, index, 'row'], reason: `“${row}” is here twice.` });
    }
  });
  const placeholder = key.name.replaceAll('{date}', '').match(/\{[^}]*\}?/)?.[0];
  if (placeholder) {
    found.push({
      path: ['key', 'name'],
      reason: `A name knows {date}, the day of creation, and not ${placeholder}.`,
    });
  }
  return found;
}

function rowMistake(
  kind: Recipe['key']['kind'],
  row: string,
  choice: string,
): { readonly of: 'row' | 'choice'; readonly words: string } | undefined {
  const rows = rowsFor(kind);
  const known = rows.find((each) => each.row === row);
  if (known) {
    const choices = Object.keys(known.choices).filter((each) => each !== 'None');
    return choices.includes(choice)
      ? undefined
      : { of: 'choice', words: `“${row}” offers ${list(choices)}, and not “${choice}”.` };
  }
  const renamed = rows.find(({ synonyms }) => synonyms?.includes(row));
  if (renamed) {
    return { of: 'row', words: `“${row}” is called “${renamed.row}” now. Write that.` };
  }
  const other = rowsFor(kind === 'admin' ? 'project' : 'admin').some((each) => each.row === row);
  const keyName = kind === 'admin' ? 'an admin key' : 'a project key';
  return {
    of: 'row',
    words: other
      ? `“${row}” is not a row of ${keyName}, but of the other kind. Check “kind”.`
      : `“${row}” is not a row of ${keyName} that we know. Its rows: ${list(rows.map((each) => each.row))}.`,
  };
}

function portalMistakes({ portal }: Recipe): Finding[] {
  if (!portal) return [];
  const found: Finding[] = [];
  const origin = new URL(portal.origin);
  const start = new URL(portal.start);
  if (portal.origin !== origin.origin) {
    found.push({
      path: ['portal', 'origin'],
      reason: `An origin has no path. Write “${origin.origin}”.`,
    });
  }
  if (start.origin !== origin.origin) {
    found.push({
      path: ['portal', 'start'],
      reason: `It is at ${start.origin}, but the key may be filled in at ${origin.origin} only.`,
    });
  }
  if (start.username || start.password) {
    found.push({ path: ['portal', 'start'], reason: 'An address holds no user name or password.' });
  }
  portal.others?.forEach(({ value }, index) => {
    if (!value.includes('{')) return;
    found.push({
      path: ['portal', 'others', index, 'value'],
      reason: 'Only “value” of the portal holds the key. Here stand words as they are.',
    });
  });
  const like = likeOpenAi(origin.hostname);
  if (like) {
    found.push({
      path: ['portal', 'origin'],
      reason:
        like === 'own'
          ? 'This is OpenAI’s own site. A key is never filled in there.'
          : `“${origin.hostname}” could be taken for OpenAI’s. A key is never filled in there.`,
    });
  }
  if (!/\.[a-z][a-z0-9-]*$/i.test(origin.hostname)) {
    found.push({
      path: ['portal', 'origin'],
      reason: 'It must be a public name, not a number or a machine of your own.',
    });
  }
  return found;
}

function idMistakes({ id }: Recipe): Finding[] {
  return CATALOGUE.some((each) => each.id === id)
    ? [{ path: ['id'], reason: `“${id}” is the id of a recipe of the catalogue. Choose another.` }]
    : [];
}

function list(words: readonly string[]): string {
  return words.map((each) => `“${each}”`).join(', ');
}
