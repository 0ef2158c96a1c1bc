import type { AppState, GuideProgress } from '@/lib/domain/views';
import { destinationViews } from './destination-views';
import { keyView } from './key-views';
import type { Memory } from './memory';
import { dashboardInFront, isOnDashboard } from './pages';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

/** Composes everything that the popup and the app page show. Holds no secret. */
export async function appState({
  vault,
  memory,
  db,
  book,
  recovery,
  clipboard,
}: Services): Promise<AppState> {
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
  const copied = unlocked ? await clipboard.view() : undefined;
  const items = unlocked ? await vault.items() : [];
  const keys = await Promise.all(
    items.map((item) =>
      keyView(vault, recipes, item, items, deliveries, verifications, destinations),
    ),
  );
  return {
    vault: status,
    ...(held[0] ? { held: { redacted: held[0].redacted, why: held[0].why } } : {}),
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
    ...(copied ? { copied } : {}),
    ...(unlocked ? { backup: await recovery.status() } : {}),
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
