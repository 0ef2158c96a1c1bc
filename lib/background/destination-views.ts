import { portalRecipeId } from '@/lib/delivery/portal';
import type { DestinationView } from '@/lib/domain/views';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';
import { adapterFor } from './destinations';
import { isAllowed } from './pages';
import { portalViews, unlessDamaged } from './portals';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

/** Every place where a key can go: the products' own forms, and what the person has set up. */
export async function destinationViews(
  vault: Services['vault'],
  book: RecipeBook,
): Promise<DestinationView[]> {
  const configured = await Promise.all(
    (await vault.destinationIds()).map(async (id) => {
      if (portalRecipeId(id) !== undefined) return [];
      // A damaged one is named elsewhere, and keeps no other from being shown.
      const saved = await vault.readDestination<DestinationSettings>(id).catch(unlessDamaged);
      if (!saved) return [];
      const adapter = adapterFor(saved.adapter);
      return [
        {
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
        },
      ];
    }),
  );
  return Promise.all(
    [...(await portalViews(vault, book)), ...configured.flat()].map(async (view) => ({
      ...view,
      allowed: await isAllowed(view.origins),
    })),
  );
}
