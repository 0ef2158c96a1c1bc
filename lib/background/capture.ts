import { readApiKey, redact, type ApiKey } from '@/lib/domain/api-key';
import { isStorageError, KeyferryError, toWire } from '@/lib/domain/errors';
import { warningsOf } from '@/lib/domain/warnings';
import type { CaptureAnswer } from '@/lib/messaging/briefs';
import type { CapturedItem } from '@/lib/vault/item';
import type { Vault } from '@/lib/vault/vault';
import type { GuideSession, HeldKey, MemoryStore } from './memory';
import { openPopup, tell } from './pages';
import type { RecipeBook, RecipeBookStore } from './recipe-book';

/** How a key came to us. */
export interface Origin {
  readonly tabId?: number | undefined;
  readonly recipeId?: string | undefined;
}

/** Seals keys into the vault before anything else happens to them. */
export function createCapture(vault: Vault, memory: MemoryStore, book: RecipeBookStore) {
  /**
   * Takes a key that is on screen in a tab. Without the person's press on Save it needs their press
   * on OpenAI's last button, in a running guide.
   * @throws KeyferryError when it is not a whole key, not allowed, or could not be stored.
   */
  async function fromPage(text: string, pressed: boolean, tabId: number): Promise<CaptureAnswer> {
    const guide = (await memory.read()).guides[String(tabId)];
    if (!guide?.armed && !pressed) throw new KeyferryError('not_allowed');
    try {
      const answer = await store(parse(text), { tabId, recipeId: guide?.recipeId }, guide);
      const recipes = await book.read();
      await memory.changeGuide(tabId, (present) => captured(present, answer, text, recipes));
      await memory.changeOffers(tabId, false);
      return answer;
    } catch (error) {
      const problem = toWire(error);
      await memory.changeGuide(tabId, (present) => present && { ...present, problem });
      throw error;
    } finally {
      await tell(tabId, { name: 'guide/changed' });
      if (!pressed) void openPopup();
    }
  }

  /** Takes a key that the person pasted into the popup. */
  async function fromPaste(text: string, recipeId: string | undefined): Promise<CaptureAnswer> {
    return store(parse(text), { recipeId }, undefined);
  }

  /** Moves the keys that waited in memory into the vault, once there is one to seal to. */
  async function release(): Promise<void> {
    const { held, guides } = await memory.read();
    for (const each of held) {
      const guide = each.tabId === undefined ? undefined : guides[String(each.tabId)];
      const answer = await store(parse(each.value), each, guide);
      if (answer.state !== 'saved') return;
      await memory.change(({ held: now }) => ({
        held: now.filter(({ value }) => value !== each.value),
      }));
      if (each.tabId === undefined) continue;
      const recipes = await book.read();
      await memory.changeGuide(each.tabId, (present) =>
        captured(present, answer, each.value, recipes),
      );
      await tell(each.tabId, { name: 'guide/changed' });
    }
  }

  async function store(
    key: ApiKey,
    { tabId, recipeId }: Origin,
    guide: GuideSession | undefined,
  ): Promise<CaptureAnswer> {
    const saved = await seal(key, { tabId, recipeId }, guide);
    if (!saved) {
      const redacted = redact(key);
      const held: HeldKey = {
        value: key,
        redacted,
        ...(tabId === undefined ? {} : { tabId }),
        ...(recipeId === undefined ? {} : { recipeId }),
      };
      await memory.change(({ held: others }) => ({
        held: [...others.filter(({ value }) => value !== key), held],
      }));
      return { state: 'held', redacted };
    }
    await memory.change(() => ({ currentKeyId: saved.itemId }));
    return { state: 'saved', itemId: saved.itemId, redacted: saved.redacted };
  }

  /** @returns undefined when it can't be sealed now: no vault yet, a damaged public key, a full disk. */
  async function seal(
    key: ApiKey,
    { tabId, recipeId }: Origin,
    guide: GuideSession | undefined,
  ): Promise<CapturedItem | undefined> {
    try {
      return await vault.capture(key, {
        ...guide?.chosen,
        ...(guide?.replaces === undefined ? {} : { replaces: guide.replaces }),
        ...(recipeId === undefined ? {} : { recipeId }),
        ...(tabId === undefined ? {} : { tabId }),
      });
    } catch (error) {
      // Anything but a plain no means that the disk failed us: memory is better than nothing.
      const isNo =
        error instanceof KeyferryError &&
        error.code !== 'vault_missing' &&
        !isStorageError(error.code);
      if (isNo) throw error;
      return undefined;
    }
  }

  return { fromPage, fromPaste, release };
}

function parse(text: string): ApiKey {
  const reading = readApiKey(text);
  if (reading.state === 'truncated') throw new KeyferryError('truncated_key');
  if (reading.state === 'not-a-key') throw new KeyferryError('not_a_key');
  return reading.key;
}

/** The guide of a tab after its key was taken; a tab without a guide gets one that only says so. */
function captured(
  present: GuideSession | undefined,
  answer: CaptureAnswer,
  text: string,
  recipes: RecipeBook,
): GuideSession {
  const { problem: _solved, ...guide } = present ?? {
    id: answer.redacted,
    recipeId: '',
    keyName: '',
    step: 1,
    total: 1,
    sentence: '',
  };
  const reading = readApiKey(text);
  const kind = reading.state === 'key' ? reading.kind : 'legacy';
  const need = recipes.find(guide.recipeId)?.recipe.key;
  return {
    ...guide,
    captured: { ...answer, warnings: warningsOf(need, kind, guide.chosen ?? {}) },
  };
}
