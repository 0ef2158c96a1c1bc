import { pageFor, pageKind } from '@/lib/dashboard/routes';
import { KeyferryError } from '@/lib/domain/errors';
import type { GuideBrief, RevokeTask } from '@/lib/messaging/briefs';
import { browser } from '@/lib/browser';
import type { GuideSession, MemoryStore } from './memory';
import { bringBack, dashboardInFront, inject, isOnDashboard, tell } from './pages';
import type { RecipeBookStore } from './recipe-book';

/** How long a guide whose tab was closed can be taken up again, in milliseconds. */
const KEPT = 10 * 60_000;

/** A key that is to be taken away, with where its page is and what to call the run. */
export interface Revocation extends RevokeTask {
  readonly product: string;
  readonly kind: 'admin' | 'project';
}

/** Starts, follows and ends guides. One tab has at most one. */
export function createGuides(memory: MemoryStore, book: RecipeBookStore, now: () => number) {
  /**
   * Starts a recipe's guide in the tab in front when it is the right page, else in a new tab.
   * @param replaces the item that the new key takes the place of.
   */
  async function start(recipeId: string, replaces?: string): Promise<void> {
    const recipe = (await book.read()).find(recipeId)?.recipe;
    if (!recipe) throw new KeyferryError('unknown_recipe');
    await open(recipe.key.kind, {
      recipeId,
      keyName: recipe.key.name.replace('{date}', new Date(now()).toISOString().slice(0, 10)),
      ...(replaces === undefined ? {} : { replaces }),
    });
    await memory.change(() => ({ pendingRecipeId: undefined, currentKeyId: undefined }));
    await book.used(recipeId);
  }

  /** Starts the guide that takes a key away on OpenAI's page. */
  async function startRevoke({ kind, ...revoke }: Revocation): Promise<void> {
    await open(kind, { recipeId: '', keyName: revoke.name, revoke });
  }

  async function open(
    kind: 'admin' | 'project',
    run: Pick<GuideSession, 'recipeId' | 'keyName' | 'replaces' | 'revoke'>,
  ): Promise<void> {
    const { page, url } = pageFor(kind);
    const front = await dashboardInFront();
    const fits = front !== undefined && pageKind(new URL(front.url)) === page;
    const tabId = fits ? front.id : (await browser.tabs.create({ url })).id;
    if (tabId === undefined) throw new KeyferryError('page_closed');
    const id = crypto.randomUUID();
    await memory.changeGuide(tabId, () => ({ ...run, id, step: 1, total: 1, sentence: '' }));
    await memory.change(() => ({ lostGuide: undefined }));
    await inject(run.revoke ? 'revoke' : 'guide', tabId);
    // What ran there before gives way.
    await tell(tabId, { name: 'guide/changed' });
  }

  async function end(tabId: number): Promise<void> {
    await memory.changeGuide(tabId, () => undefined);
    await tell(tabId, { name: 'guide/changed' });
  }

  /** A guide's tab was closed: if OpenAI's page comes back soon, the guide goes on there. */
  async function lose(tabId: number): Promise<void> {
    const guide = (await memory.read()).guides[String(tabId)];
    if (!guide) return;
    await memory.changeGuide(tabId, () => undefined);
    const isOpen = guide.recipeId !== '' && !guide.captured;
    if (isOpen) await memory.change(() => ({ lostGuide: { guide, at: now() } }));
  }

  /** A page of OpenAI's was loaded: the guide of its tab, or one whose tab was just closed, goes on there. */
  async function arrive(tabId: number): Promise<void> {
    const { guides, lostGuide } = await memory.read();
    const present = guides[String(tabId)];
    if (present) return inject(present.revoke ? 'revoke' : 'guide', tabId);
    if (!lostGuide || now() - lostGuide.at > KEPT) return;
    const { armed: _before, ...guide } = lostGuide.guide;
    await memory.changeGuide(tabId, () => guide);
    await memory.change(() => ({ lostGuide: undefined }));
    await inject('guide', tabId);
  }

  /** The same guide once more: the key that it has just saved is to be replaced by a better one. */
  async function again(tabId: number): Promise<void> {
    await memory.changeGuide(tabId, (guide) => {
      if (!guide?.captured) return guide;
      const { captured, armed: _before, problem: _solved, ...rest } = guide;
      const replaces = captured.state === 'saved' ? { replaces: captured.itemId } : {};
      return { ...rest, ...replaces, id: crypto.randomUUID() };
    });
    await memory.change(() => ({ currentKeyId: undefined }));
  }

  /** Brings the guide's tab to the front, and back to its page when the person went elsewhere in it. */
  async function goBack(): Promise<void> {
    const { guides } = await memory.read();
    const recipes = await book.read();
    for (const [tabId, { recipeId }] of Object.entries(guides)) {
      const recipe = recipes.find(recipeId)?.recipe;
      // On the dashboard a new address would close the dialog that they are in.
      const url =
        recipe && !(await isOnDashboard(Number(tabId))) ? pageFor(recipe.key.kind).url : undefined;
      await bringBack(Number(tabId), url);
    }
  }

  /** What the guide's script in a tab needs to know. */
  async function brief(tabId: number): Promise<GuideBrief> {
    const guide = (await memory.read()).guides[String(tabId)];
    if (!guide) return {};
    const entry = (await book.read()).find(guide.recipeId);
    const recipe = entry?.recipe;
    const { id, keyName, captured, problem, armed, revoke } = guide;
    return {
      id,
      ...(recipe ? { recipe, keyName } : {}),
      ...(entry && entry.origin !== 'catalogue' ? { isForeign: true } : {}),
      ...(captured ? { captured } : {}),
      ...(problem ? { problem } : {}),
      ...(armed ? { armed } : {}),
      ...(revoke ? { revoke } : {}),
    };
  }

  return { start, startRevoke, end, lose, arrive, again, goBack, brief };
}
