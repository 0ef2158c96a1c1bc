import {
  atAddress,
  hasPortal,
  patternOf,
  portalId,
  portalRecipeId,
  type PortalRecipe,
} from '@/lib/delivery/portal';
import type { Delivery } from '@/lib/domain/delivery';
import type { KeyKind } from '@/lib/domain/api-key';
import { KeyferryError, toWire } from '@/lib/domain/errors';
import type { DestinationView } from '@/lib/domain/views';
import { likeOpenAi } from '@/lib/recipes/lookalike';
import type { Vault } from '@/lib/vault/vault';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

const ACCEPTS: Readonly<Record<'admin' | 'project', readonly KeyKind[]>> = {
  admin: ['admin'],
  project: ['project', 'service-account', 'legacy'],
};

/** What is kept of a portal, as of other destinations: sealed by the vault's own key. */
interface PortalSettings {
  /** The origin of the person's own instance. */
  readonly origin: string;
  /** When the person confirmed it; epoch milliseconds. */
  readonly since?: number;
}

/** How long ago a press to send may be to be enough, in milliseconds. */
const JUST_NOW = 2 * 60_000;

/**
 * Whether the press that sent a key is enough to fill it in too: only right after it, and only where a key that
 * was filled in on the card's press has arrived before, at the same address. Where the product's own test was
 * seen to pass then, it is enough for that as well.
 */
export async function byItself(
  { vault, db }: Pick<Services, 'vault' | 'db'>,
  recipe: PortalRecipe,
  delivery: Delivery,
  now: number,
): Promise<'fill' | 'test' | undefined> {
  const { destinationId, createdAt, attempt, state } = delivery;
  if (state !== 'sending' || attempt > 1 || now - createdAt > JUST_NOW) return undefined;
  const kept = recipe.portal.ownAddress
    ? await vault.readDestination<PortalSettings>(destinationId)
    : undefined;
  const since = kept ? (kept.since ?? Infinity) : 0;
  const [last] = (await db.deliveries.to(destinationId))
    .filter((row) => row.state === 'confirmed' && row.written !== undefined)
    .filter((row) => row.createdAt >= since)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  return last && (last.proof === 'tested' ? 'test' : 'fill');
}

/** The recipe behind a portal's destination id; undefined for another kind of destination. */
export function portalOf(destinationId: string, book: RecipeBook): PortalRecipe | undefined {
  const recipe = book.find(portalRecipeId(destinationId))?.recipe;
  return recipe && hasPortal(recipe) ? recipe : undefined;
}

/**
 * A portal's recipe at the address where the person's own instance of the product runs, if it does.
 * @throws KeyferryError `vault_locked` for a product that may run at another address.
 */
export async function atOwnAddress(vault: Vault, recipe: PortalRecipe): Promise<PortalRecipe> {
  if (!recipe.portal.ownAddress) return recipe;
  const kept = await vault.readDestination<PortalSettings>(portalId(recipe));
  return atAddress(recipe, kept?.origin);
}

/**
 * Keeps the address that the person confirmed, sealed; without one the product's own counts again.
 * @throws KeyferryError `address_refused` for OpenAI's addresses, lookalikes, and products that run at one only.
 */
export async function keepAddress(
  vault: Vault,
  recipe: PortalRecipe,
  address: string | undefined,
  now: number,
): Promise<void> {
  const url = address === undefined ? undefined : new URL(address);
  const refused =
    !recipe.portal.ownAddress ||
    (url && (url.username !== '' || url.password !== '' || likeOpenAi(url.hostname) !== undefined));
  if (refused) throw new KeyferryError('address_refused', [recipe.product]);
  const settings: PortalSettings | undefined = url && { origin: url.origin, since: now };
  if (settings) await vault.putDestination(portalId(recipe), settings);
  else await vault.removeDestination(portalId(recipe));
}

/** Lets whoever lists pass over what is damaged. @throws what else was wrong */
export function unlessDamaged(error: unknown): undefined {
  if (toWire(error).code !== 'vault_damaged') throw error;
}

/** The products' own forms, as places where a key can go. One whose address is damaged is left out. */
export async function portalViews(
  vault: Vault,
  book: RecipeBook,
): Promise<Omit<DestinationView, 'allowed'>[]> {
  const portals = book.entries.flatMap(({ recipe, origin }) =>
    hasPortal(recipe) ? [{ recipe, isPackaged: origin === 'catalogue' }] : [],
  );
  const views = await Promise.all(
    portals.map(async ({ recipe, isPackaged }) => {
      const placed = await atOwnAddress(vault, recipe).catch(unlessDamaged);
      return (
        placed && [
          {
            id: portalId(recipe),
            label: recipe.product,
            adapter: 'portal' as const,
            origins: [patternOf(placed.portal.origin)],
            accepts: isPackaged ? acceptedBy(recipe, book) : ACCEPTS[recipe.key.kind],
            fromCatalogue: isPackaged,
            ...(recipe.portal.ownAddress ? { home: recipe.portal.origin } : {}),
          },
        ]
      );
    }),
  );
  return views.flatMap((view) => view ?? []);
}

/** A product stands once among the places: its form takes what any of its packaged recipes makes. */
function acceptedBy({ product }: PortalRecipe, book: RecipeBook): readonly KeyKind[] {
  const kinds = book.entries
    .filter(({ recipe, origin }) => origin === 'catalogue' && recipe.product === product)
    .map(({ recipe }) => recipe.key.kind);
  return [...new Set(kinds)].flatMap((kind) => ACCEPTS[kind]);
}
