import { portalRecipeId } from '@/lib/delivery/portal';
import { practiceFile } from '@/lib/destinations/practice-file';
import { PRACTICE_FILE, PRACTICE_PLACE } from '@/lib/domain/practice';
import type { DestinationView } from '@/lib/domain/views';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';
import { adapterFor } from './destinations';
import { allowedNow } from './pages';
import { portalOf, portalViews, unlessDamaged } from './portals';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

type Place = Omit<DestinationView, 'allowed'>;

/** Offered for keys of the practice only, which nobody has to set it up for. */
const PRACTICE: Place = {
  id: PRACTICE_PLACE,
  label: PRACTICE_FILE.name,
  adapter: 'file',
  origins: [],
  accepts: practiceFile.accepts,
  fromCatalogue: true,
};

/** Every place where a key of OpenAI's can go: the products' own forms, and what the person has set up. */
export async function destinationViews(
  vault: Services['vault'],
  book: RecipeBook,
): Promise<DestinationView[]> {
  const ids = (await vault.destinationIds()).filter((id) => portalRecipeId(id) === undefined);
  const [portals, configured, isAllowed] = await Promise.all([
    portalViews(vault, book),
    Promise.all(ids.map((id) => configuredPlace(vault, id))),
    allowedNow(),
  ]);
  const places = [...portals, ...configured.flatMap((place) => place ?? [])];
  return Promise.all(
    places.map(async (place) => ({ ...place, allowed: await isAllowed(place.origins) })),
  );
}

/** One of the places, the practice's too, or undefined when there is none of this id. */
export async function placeOf(
  vault: Services['vault'],
  book: RecipeBook,
  id: string,
): Promise<Place | undefined> {
  if (id === PRACTICE_PLACE) return PRACTICE;
  if (portalRecipeId(id) === undefined) return configuredPlace(vault, id);
  return (await portalViews(vault, book)).find((place) => place.id === id);
}

/** Finds what people call a destination; nothing when that can't be read now. */
export function labelsOf(
  vault: Pick<Services['vault'], 'readDestination'>,
  book: RecipeBook,
): (id: string) => Promise<string | undefined> {
  const found = new Map<string, Promise<string | undefined>>();
  const find = async (id: string) =>
    (id === PRACTICE_PLACE ? PRACTICE.label : portalOf(id, book)?.product) ??
    (await vault.readDestination<{ label?: string }>(id).catch(() => undefined))?.label;
  return (id) => {
    const label = found.get(id) ?? find(id);
    found.set(id, label);
    return label;
  };
}

async function configuredPlace(vault: Services['vault'], id: string): Promise<Place | undefined> {
  // A damaged one is named elsewhere, and keeps no other from being shown.
  const saved = await vault.readDestination<DestinationSettings>(id).catch(unlessDamaged);
  if (!saved) return undefined;
  const adapter = adapterFor(saved.adapter);
  return {
    id,
    label: saved.label,
    adapter: saved.adapter,
    origins: adapter.origins(saved.settings),
    accepts: adapter.accepts,
    fromCatalogue: true,
    ...(saved.adapter === 'vault-kv' && saved.settings.expiresAt !== undefined
      ? { endsAt: Number(saved.settings.expiresAt) }
      : {}),
    ...(saved.adapter === 'file' && saved.settings.format === 'env' ? { isPlain: true } : {}),
  };
}
