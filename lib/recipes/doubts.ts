import { CATALOGUE } from './catalogue';
import type { Finding } from './checks';
import { needsSecondDecision } from './compare';
import { likeOpenAi } from './lookalike';
import type { Recipe } from './recipe';

/** What a person should look at twice in a recipe that can be used. */
export function doubts(recipe: Recipe): Finding[] {
  const { id, product, key, source, portal, instead } = recipe;
  const found: Finding[] = [];
  const doubt = (path: readonly PropertyKey[], reason: string) => found.push({ path, reason });
  if (key.permission === 'all') {
    doubt(['key', 'permission'], 'All lets the key do everything. Name the rows that are needed.');
  } else if (needsSecondDecision(recipe)) {
    doubt(['key', 'rows'], 'The key can change the organization. People are asked a second time.');
  }
  if (key.expiresInDays === undefined) {
    doubt(['key', 'expiresInDays'], 'Without it the key works until someone revokes it.');
  }
  const packaged = CATALOGUE.find((each) => sameName(each.product, product));
  if (packaged) {
    doubt(['product'], `The catalogue has a recipe for “${packaged.product}”, and this isn’t it.`);
  }
  if (/open\s*ai|chat\s*gpt|keyferry/i.test(product)) {
    doubt(['product'], 'It could be taken for a recipe of OpenAI’s or of ours.');
  }
  if (likeOpenAi(new URL(source.url).hostname) === 'lookalike') {
    doubt(['source', 'url'], 'It could be taken for an address of OpenAI’s.');
  }
  if (portal && siteOf(portal.origin) !== siteOf(source.url)) {
    doubt(['portal', 'origin'], `The key goes to another site than the one that it was read at.`);
  }
  if (instead && instead.id !== id && !CATALOGUE.some((each) => each.id === instead.id)) {
    doubt(['instead', 'id'], `“${instead.id}” is not in the catalogue.`);
  }
  return found;
}

function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

// The last two labels: no list of public suffixes is worth its size for a doubt.
function siteOf(address: string): string {
  return new URL(address).hostname.split('.').slice(-2).join('.');
}
