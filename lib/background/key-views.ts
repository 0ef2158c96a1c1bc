import { expiryOf } from '@/lib/domain/expiry';
import type { KeyFacts } from '@/lib/domain/key-list';
import type { KeyView } from '@/lib/domain/views';
import { warningsOf } from '@/lib/domain/warnings';
import type { LookedItem } from '@/lib/vault/item';
import type { VaultItem } from '@/lib/vault/vault';
import { deliveryView, verificationView } from './delivery-views';
import type { Memory } from './memory';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

/** What the views of several keys have in common. */
interface Around {
  readonly book: RecipeBook;
  /** What people call a destination. */
  readonly labels: (destinationId: string) => Promise<string | undefined>;
  /** Where the person wants to send them. */
  readonly choices: Memory['choices'];
  /** How far the proofs are that go on just now. */
  readonly proofs: Memory['proofs'];
}

/** What a key is searched and sorted by. */
export function factsOf({ details, ...item }: VaultItem, book: RecipeBook): KeyFacts {
  const { name, project, organization, trackingId, permission, note, tags } = details;
  return {
    ...item,
    product: book.find(details.recipeId)?.recipe.product,
    expiresAt: expiryOf(details.expiration, item.createdAt),
    name,
    project,
    organization,
    trackingId,
    permission,
    note,
    tags,
  };
}

/** A key as the popup and the app page show it, with its deliveries and its proof. */
export async function keyView(
  { vault, db }: Pick<Services, 'vault' | 'db'>,
  { item, health }: LookedItem,
  { book, labels, choices, proofs }: Around,
): Promise<KeyView> {
  const { id, kind, details } = item;
  const entry = book.find(details.recipeId);
  const recipe = entry?.recipe;
  const { rows, damaged } = await db.deliveries.of(id);
  const proof = await db.verifications.get(id).catch(() => 'damaged' as const);
  const deliveries = await Promise.all(
    rows.map(async (row) => deliveryView(vault, book, row, await labels(row.destinationId))),
  );
  const verification =
    proof && proof !== 'damaged' ? await verificationView(vault, proof, proofs[id]) : undefined;
  const [replaced] = details.replaces ? await vault.look([details.replaces]) : [];
  const lost = [...deliveries, verification].filter((view) => view?.isLost).length;
  return {
    ...known(factsOf(item, book)),
    tags: details.tags ?? [],
    ...(health === 'whole' ? {} : { damage: health }),
    lostFacts: damaged.length + lost + (proof === 'damaged' ? 1 : 0),
    ...(recipe ? { recipeId: recipe.id, product: recipe.product } : {}),
    // A recipe that was removed was none of the packaged ones.
    ...(details.recipeId ? { fromCatalogue: entry?.origin === 'catalogue' } : {}),
    ...(details.expiration ? { expiration: details.expiration } : {}),
    // Of a key that can't be read nothing is known that could be warned of.
    warnings: health === 'damaged' ? [] : warningsOf(recipe?.key, kind, details),
    deliveries,
    ...(choices[id] ? { chosen: choices[id] } : {}),
    ...(verification ? { verification } : {}),
    ...(replaced
      ? {
          replaces: {
            id: replaced.item.id,
            redacted: replaced.item.redacted,
            name: replaced.item.details.name ?? '',
          },
        }
      : {}),
  };
}

type Known<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without what is not known. */
function known<T extends object>(value: T): Known<T> {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== '');
  return Object.fromEntries(entries) as Known<T>;
}
