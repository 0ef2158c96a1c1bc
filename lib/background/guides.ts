import { pageFor, pageKind } from '@/lib/dashboard/routes';
import { KeyferryError } from '@/lib/domain/errors';
import type { GuideBrief } from '@/lib/messaging/briefs';
import { browser } from '@/lib/browser';
import type { MemoryStore } from './memory';
import { dashboardInFront, inject, tell } from './pages';
import type { RecipeBookStore } from './recipe-book';

/** Starts, follows and ends guides. One tab has at most one. */
export function createGuides(memory: MemoryStore, book: RecipeBookStore, now: () => number) {
  /** Starts a recipe's guide in the tab in front when it is the right page, else in a new tab. */
  async function start(recipeId: string): Promise<void> {
    const recipe = (await book.read()).find(recipeId)?.recipe;
    if (!recipe) throw new KeyferryError('unknown_recipe');
    const { page, url } = pageFor(recipe.key.kind);
    const front = await dashboardInFront();
    const fits = front !== undefined && pageKind(new URL(front.url)) === page;
    const tabId = fits ? front.id : (await browser.tabs.create({ url })).id;
    if (tabId === undefined) throw new KeyferryError('page_closed');
    await memory.changeGuide(tabId, () => ({
      recipeId,
      keyName: recipe.key.name.replace('{date}', new Date(now()).toISOString().slice(0, 10)),
      step: 1,
      total: 1,
      sentence: '',
    }));
    await memory.change(() => ({ pendingRecipeId: undefined, currentKeyId: undefined }));
    await inject('guide', tabId);
    await book.used(recipeId);
  }

  async function end(tabId: number): Promise<void> {
    await memory.changeGuide(tabId, () => undefined);
    await tell(tabId, { name: 'guide/changed' });
  }

  /** What the guide's script in a tab needs to know. */
  async function brief(tabId: number): Promise<GuideBrief> {
    const guide = (await memory.read()).guides[String(tabId)];
    const recipe = guide && (await book.read()).find(guide.recipeId)?.recipe;
    return {
      ...(recipe ? { recipe, keyName: guide.keyName } : {}),
      ...(guide?.captured ? { captured: guide.captured } : {}),
      ...(guide?.problem ? { problem: guide.problem } : {}),
    };
  }

  return { start, end, brief };
}
