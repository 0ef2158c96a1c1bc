import { browser } from '@/lib/browser';
import type { Delivery, Receipt } from '@/lib/domain/delivery';
import type { VerificationResult, VerificationRow } from '@/lib/domain/verification';
import type {
  AppState,
  DeliveryView,
  DestinationView,
  GuideProgress,
  KeyView,
  PortalStage,
  VerificationView,
} from '@/lib/domain/views';
import { warningsOf } from '@/lib/domain/warnings';
import type { DestinationSettings } from '@/lib/messaging/protocol';
import type { VaultItem } from '@/lib/vault/vault';
import { adapterFor } from './destinations';
import type { Memory } from './memory';
import { dashboardInFront, isOnDashboard } from './pages';
import { portalOf, portalViews } from './portals';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

/** Composes everything that the popup and the app page show. Holds no secret. */
export async function appState({ vault, memory, db, book }: Services): Promise<AppState> {
  const [status, remembered, front, recipes] = await Promise.all([
    vault.status(),
    memory.read(),
    dashboardInFront(),
    book.read(),
  ]);
  const { held, pendingRecipeId, currentKeyId } = remembered;
  const unlocked = status === 'unlocked';
  const guide = await guideProgress(remembered, recipes);
  const destinations = unlocked ? await destinationViews(vault, recipes) : [];
  const [deliveries, verifications] = unlocked
    ? await Promise.all([db.deliveries.all(), db.verifications.all()])
    : [[], []];
  const items = unlocked ? await vault.items() : [];
  const keys = await Promise.all(
    items.map((item) =>
      keyView(vault, recipes, item, items, deliveries, verifications, destinations),
    ),
  );
  return {
    vault: status,
    ...(held[0] ? { held: { redacted: held[0].redacted } } : {}),
    sealedWhileLocked: status === 'missing' ? 0 : await vault.sealedWhileLocked(),
    keyVisible: front !== undefined && remembered.offers.includes(front.id),
    ...(guide ? { guide } : {}),
    ...(pendingRecipeId ? { pendingRecipeId } : {}),
    recipes: recipes.entries.map(({ recipe: { id, product, purpose, key }, origin }) => ({
      id,
      product,
      purpose,
      keyKind: key.kind,
      origin,
    })),
    recentRecipeIds: recipes.recent,
    damagedRecipeIds: recipes.damaged,
    keys,
    ...(currentKeyId ? { currentKeyId } : {}),
    destinations,
  };
}

async function guideProgress(
  { guides }: Memory,
  book: RecipeBook,
): Promise<GuideProgress | undefined> {
  for (const [tabId, guide] of Object.entries(guides)) {
    const { recipeId, step, total, sentence, captured, revoke } = guide;
    const product = revoke?.product ?? book.find(recipeId)?.recipe.product;
    if (product === undefined || captured) continue;
    return {
      recipeId,
      product,
      tabId: Number(tabId),
      step,
      total,
      sentence,
      isAway: !(await isOnDashboard(Number(tabId))),
    };
  }
  return undefined;
}

/** Every place where a key can go: the products' own forms, and what the person has set up. */
export async function destinationViews(
  vault: Services['vault'],
  book: RecipeBook,
): Promise<DestinationView[]> {
  const configured = await Promise.all(
    (await vault.destinationIds()).map(async (id) => {
      const saved = await vault.readDestination<DestinationSettings>(id);
      if (!saved) return [];
      const adapter = adapterFor(saved.adapter);
      return [
        {
          id,
          label: saved.label,
          adapter: saved.adapter,
          origin: adapter.origin(saved.settings),
          accepts: adapter.accepts,
          fromCatalogue: true,
        },
      ];
    }),
  );
  return Promise.all(
    [...portalViews(book), ...configured.flat()].map(async (view) => ({
      ...view,
      allowed: await browser.permissions.contains({ origins: [view.origin] }),
    })),
  );
}

async function keyView(
  vault: Services['vault'],
  book: RecipeBook,
  { id, kind, redacted, createdAt, details }: VaultItem,
  items: readonly VaultItem[],
  deliveries: readonly Delivery[],
  verifications: readonly VerificationRow[],
  destinations: readonly DestinationView[],
): Promise<KeyView> {
  const entry = book.find(details.recipeId);
  const recipe = entry?.recipe;
  const proof = verifications.find((row) => row.itemId === id);
  const mine = deliveries.filter((row) => row.itemId === id);
  const replaced = items.find((item) => item.id === details.replaces);
  return {
    id,
    kind,
    redacted,
    createdAt,
    ...(details.name ? { name: details.name } : {}),
    ...(recipe ? { recipeId: recipe.id, product: recipe.product } : {}),
    // A recipe that was removed was none of the packaged ones.
    ...(details.recipeId ? { fromCatalogue: entry?.origin === 'catalogue' } : {}),
    ...(details.permission ? { permission: details.permission } : {}),
    ...(details.expiration ? { expiration: details.expiration } : {}),
    warnings: warningsOf(recipe?.key, kind, details),
    deliveries: await Promise.all(
      mine.map((row) =>
        deliveryView(
          vault,
          book,
          row,
          destinations.find((each) => each.id === row.destinationId)?.label,
        ),
      ),
    ),
    ...(proof ? { verification: await verificationView(vault, proof) } : {}),
    ...(replaced
      ? {
          replaces: {
            id: replaced.id,
            redacted: replaced.redacted,
            name: replaced.details.name ?? '',
          },
        }
      : {}),
  };
}

/** A delivery with its receipt, for pages that may see both. While locked the receipt is left out. */
export async function deliveryView(
  vault: Services['vault'],
  book: RecipeBook,
  row: Delivery,
  label: string = portalOf(row.destinationId, book)?.product ?? '',
): Promise<DeliveryView> {
  const receipt = await vault.readNote<Receipt>(`receipt:${row.id}`).catch(() => undefined);
  const stage = portalOf(row.destinationId, book) && stageOf(row);
  return {
    id: row.id,
    destinationId: row.destinationId,
    label,
    state: row.state,
    updatedAt: row.updatedAt,
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.proof ? { proof: row.proof } : {}),
    ...(stage ? { stage } : {}),
    ...(receipt ? { receipt } : {}),
  };
}

function stageOf({ state, tested }: Delivery): PortalStage | undefined {
  if (state === 'confirming' && tested) return 'finish';
  const stages: Partial<Record<Delivery['state'], PortalStage>> = {
    queued: 'open',
    sending: 'fill',
    sent: 'test',
    confirming: 'testing',
    confirmed: 'done',
  };
  return stages[state];
}

/** A proof with its report, for pages that may see both. While locked the report is left out. */
export async function verificationView(
  vault: Services['vault'],
  { itemId, state, outcome, reason, retryAt }: VerificationRow,
): Promise<VerificationView> {
  const result = await vault
    .readNote<VerificationResult>(`verification:${itemId}`)
    .catch(() => undefined);
  return {
    state,
    ...(outcome ? { outcome } : {}),
    ...(reason ? { reason } : {}),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(result?.report ? { report: result.report } : {}),
    ...(result?.organization ? { organization: result.organization } : {}),
  };
}
