import { byCause } from '@/lib/domain/checking';
import { isRunning } from '@/lib/domain/delivery';
import { toWire } from '@/lib/domain/errors';
import type { AppState, GuideProgress } from '@/lib/domain/views';
import { withdrawn } from './access';
import { destinationViews } from './destination-views';
import { discardedViews, viewsOf } from './key-lists';
import type { Memory } from './memory';
import { dashboardInFront, isOnDashboard } from './pages';
import { portalOf } from './portals';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

/** How many of the newest keys the popup shows. */
const RECENT = 3;

/** Composes everything that the popup and the app page show. Holds no secret. */
export async function appState(services: Services): Promise<AppState> {
  const { memory, book } = services;
  const { verifications } = services.db;
  const [opened, remembered, front, recipes, taken, locking, checking, proofs, broken] =
    await Promise.all([
      vaultState(services),
      memory.read(),
      dashboardInFront(),
      book.read(),
      withdrawn(),
      services.locking.settings(),
      services.checks.read(),
      verifications.unfinished().catch(() => []),
      verifications.broken().catch(() => []),
    ]);
  const { held, pendingRecipeId, currentKeyId } = remembered;
  const guide = await guideProgress(remembered, recipes);
  return {
    ...opened,
    locking,
    checking,
    beingChecked: proofs.filter(({ state }) => state === 'checking').length,
    broken: byCause(broken),
    ...(taken.length > 0 ? { withdrawn: taken } : {}),
    ...(held[0] ? { held: { redacted: held[0].redacted, why: held[0].why } } : {}),
    onOpenAi: front !== undefined,
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
    ...(currentKeyId ? { currentKeyId } : {}),
  };
}

type OfVault =
  | 'vault'
  | 'nextTryAt'
  | 'passkeys'
  | 'sealedWhileLocked'
  | 'keys'
  | 'keyCount'
  | 'discarded'
  | 'removed'
  | 'destinations'
  | 'underWay'
  | 'damagedDestinations'
  | 'backup'
  | 'copied'
  | 'trouble';

/** What the vault has to show: a database that does not open is a state too. */
async function vaultState(services: Services): Promise<Pick<AppState, OfVault>> {
  const nothing = {
    passkeys: [],
    sealedWhileLocked: 0,
    keys: [],
    keyCount: 0,
    discarded: [],
    removed: [],
    destinations: [],
    underWay: 0,
    damagedDestinations: [],
  };
  try {
    const vault = await services.vault.status();
    if (vault === 'missing') return { ...nothing, vault };
    if (vault === 'locked') {
      const [sealedWhileLocked, passkeys, nextTryAt] = await Promise.all([
        services.vault.sealedWhileLocked(),
        services.vault.passkeys(),
        services.vault.nextTryAt(),
      ]);
      const wait = nextTryAt === undefined ? {} : { nextTryAt };
      return { ...nothing, vault, sealedWhileLocked, passkeys, ...wait };
    }
    return await openedState(services);
  } catch (error) {
    const { code } = toWire(error);
    // It locked by itself in between.
    if (code === 'vault_locked') return { ...nothing, vault: 'locked' };
    return { ...nothing, vault: 'broken', trouble: code };
  }
}

async function openedState(services: Services): Promise<Pick<AppState, OfVault>> {
  const { vault, memory, book, db, recovery, clipboard } = services;
  const [newest, recipes, { currentKeyId }] = await Promise.all([
    vault.newest(RECENT),
    book.read(),
    memory.read(),
  ]);
  const current = currentKeyId && !newest.includes(currentKeyId) ? [currentKeyId] : [];
  const [
    passkeys,
    keys,
    keyCount,
    discarded,
    removed,
    destinations,
    unfinished,
    damaged,
    copied,
    backup,
    sealedWhileLocked,
  ] = await Promise.all([
    vault.passkeys(),
    viewsOf(services, [...newest, ...current], recipes),
    vault.count(),
    discardedViews(services, recipes),
    services.removed.views(),
    destinationViews(vault, recipes),
    db.deliveries.unfinished(),
    vault.destinationDamage(),
    clipboard.view(),
    recovery.status(),
    // Those that could not be opened: the unlock opened the others.
    vault.sealedWhileLocked(),
  ]);
  return {
    vault: 'unlocked',
    passkeys,
    keys,
    keyCount,
    discarded,
    removed,
    destinations,
    underWay: unfinished.filter(isRunning).length,
    damagedDestinations: damaged.map((each) => ({
      ...each,
      name: each.name || (portalOf(each.id, recipes)?.product ?? ''),
    })),
    ...(copied ? { copied } : {}),
    backup,
    sealedWhileLocked,
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
