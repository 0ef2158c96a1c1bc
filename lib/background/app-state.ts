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
import { portalId, portalRecipe, portalRecipes } from '@/lib/delivery/portal';
import type { DestinationSettings } from '@/lib/messaging/protocol';
import { CATALOGUE, recipeById } from '@/lib/recipes/catalogue';
import type { VaultItem } from '@/lib/vault/vault';
import { adapterFor } from './destinations';
import type { Memory } from './memory';
import { dashboardInFront } from './pages';
import type { Services } from './services';

/** Composes everything that the popup and the app page show. Holds no secret. */
export async function appState({ vault, memory, db }: Services): Promise<AppState> {
  const [status, remembered, front] = await Promise.all([
    vault.status(),
    memory.read(),
    dashboardInFront(),
  ]);
  const { held, pendingRecipeId, currentKeyId } = remembered;
  const unlocked = status === 'unlocked';
  const guide = guideProgress(remembered);
  const destinations = unlocked ? await destinationViews(vault) : [];
  const [deliveries, verifications] = unlocked
    ? await Promise.all([db.deliveries.all(), db.verifications.all()])
    : [[], []];
  const items = unlocked ? await vault.items() : [];
  const keys = await Promise.all(
    items.map((item) => keyView(vault, item, deliveries, verifications, destinations)),
  );
  return {
    vault: status,
    ...(held[0] ? { held: { redacted: held[0].redacted } } : {}),
    sealedWhileLocked: status === 'missing' ? 0 : await vault.sealedWhileLocked(),
    keyVisible: front !== undefined && remembered.offers.includes(front.id),
    ...(guide ? { guide } : {}),
    ...(pendingRecipeId ? { pendingRecipeId } : {}),
    recipes: CATALOGUE.map(({ id, product, purpose, key }) => ({
      id,
      product,
      purpose,
      keyKind: key.kind,
    })),
    keys,
    ...(currentKeyId ? { currentKeyId } : {}),
    destinations,
  };
}

function guideProgress({ guides }: Memory): GuideProgress | undefined {
  for (const [tabId, { recipeId, step, total, sentence, captured }] of Object.entries(guides)) {
    const product = recipeById(recipeId)?.product;
    if (product && !captured) {
      return { recipeId, product, tabId: Number(tabId), step, total, sentence };
    }
  }
  return undefined;
}

/** Every place where a key can go: the products' own forms, and what the person has set up. */
export async function destinationViews(vault: Services['vault']): Promise<DestinationView[]> {
  const portals = portalRecipes().map((recipe) => ({
    id: portalId(recipe),
    label: recipe.product,
    adapter: 'portal' as const,
    origin: `${recipe.portal.origin}/*`,
    accepts:
      recipe.key.kind === 'admin'
        ? (['admin'] as const)
        : (['project', 'service-account', 'legacy'] as const),
  }));
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
        },
      ];
    }),
  );
  return Promise.all(
    [...portals, ...configured.flat()].map(async (view) => ({
      ...view,
      allowed: await browser.permissions.contains({ origins: [view.origin] }),
    })),
  );
}

async function keyView(
  vault: Services['vault'],
  { id, kind, redacted, createdAt, details }: VaultItem,
  deliveries: readonly Delivery[],
  verifications: readonly VerificationRow[],
  destinations: readonly DestinationView[],
): Promise<KeyView> {
  const recipe = recipeById(details.recipeId);
  const proof = verifications.find((row) => row.itemId === id);
  const mine = deliveries.filter((row) => row.itemId === id);
  return {
    id,
    kind,
    redacted,
    createdAt,
    ...(details.name ? { name: details.name } : {}),
    ...(recipe ? { recipeId: recipe.id, product: recipe.product } : {}),
    ...(details.permission ? { permission: details.permission } : {}),
    ...(details.expiration ? { expiration: details.expiration } : {}),
    warnings: warningsOf(recipe?.key, kind, details),
    deliveries: await Promise.all(
      mine.map((row) =>
        deliveryView(vault, row, destinations.find((each) => each.id === row.destinationId)?.label),
      ),
    ),
    ...(proof ? { verification: await verificationView(vault, proof) } : {}),
  };
}

/** A delivery with its receipt, for pages that may see both. While locked the receipt is left out. */
export async function deliveryView(
  vault: Services['vault'],
  row: Delivery,
  label: string = portalRecipe(row.destinationId)?.product ?? '',
): Promise<DeliveryView> {
  const receipt = await vault.readNote<Receipt>(`receipt:${row.id}`).catch(() => undefined);
  const stage = stageOf(row);
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

function stageOf({ destinationId, state, tested }: Delivery): PortalStage | undefined {
  if (!portalRecipe(destinationId)) return undefined;
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
