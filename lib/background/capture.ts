import { readApiKey, readPracticeKey, redact, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError, toWire } from '@/lib/domain/errors';
import type { HeldWhy } from '@/lib/domain/views';
import { warningsOf } from '@/lib/domain/warnings';
import type { CaptureAnswer } from '@/lib/messaging/briefs';
import type { Vault } from '@/lib/vault/vault';
import type { GuideSession, HeldKey, MemoryStore } from './memory';
import { openPopup, tell } from './pages';
import type { RecipeBook, RecipeBookStore } from './recipe-book';

/** How a key came to us. */
export interface Origin {
  readonly tabId?: number | undefined;
  readonly recipeId?: string | undefined;
}

/**
 * Seals keys into the vault before anything else happens to them.
 * @param retryLater has {@link release} called again, also after the worker died.
 */
export function createCapture(
  vault: Vault,
  memory: MemoryStore,
  book: RecipeBookStore,
  retryLater: () => void,
) {
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

  /**
   * Takes what our practice page made, under the name that was given there. Nothing of it is ever held.
   * @throws KeyferryError `not_a_key` for any key of OpenAI's too.
   */
  async function fromPractice(text: string, name: string): Promise<CaptureAnswer> {
    const key = readPracticeKey(text);
    if (!key) throw new KeyferryError('not_a_key');
    const { itemId, redacted } = await vault.capture(key, { name, permission: 'read-only' });
    await memory.change(() => ({ currentKeyId: itemId }));
    return { state: 'saved', itemId, redacted };
  }

  /**
   * Moves the keys that wait in memory into the vault, as far as it takes them now.
   * @returns whether any was saved.
   */
  async function release(): Promise<boolean> {
    const { held, guides } = await memory.read();
    let any = false;
    for (const each of held) {
      const guide = each.tabId === undefined ? undefined : guides[String(each.tabId)];
      // What one key came to is no reason to leave the next one waiting.
      const answer = await store(parse(each.value), each, guide).catch(() => undefined);
      if (answer?.state !== 'saved') continue;
      any = true;
      await memory.change(({ held: now }) => ({
        held: now.filter(({ value }) => value !== each.value),
      }));
      if (each.tabId === undefined) continue;
      const recipes = await book.read();
      await memory.changeGuide(
        each.tabId,
        (present) => present && captured(present, answer, each.value, recipes),
      );
      await tell(each.tabId, { name: 'guide/changed' });
    }
    return any;
  }

  async function store(
    key: ApiKey,
    { tabId, recipeId }: Origin,
    guide: GuideSession | undefined,
  ): Promise<CaptureAnswer> {
    try {
      const { itemId, redacted } = await vault.capture(key, {
        ...guide?.chosen,
        ...(guide?.replaces === undefined ? {} : { replaces: guide.replaces }),
        ...(recipeId === undefined ? {} : { recipeId }),
        ...(tabId === undefined ? {} : { tabId }),
      });
      await memory.change(() => ({ currentKeyId: itemId }));
      return { state: 'saved', itemId, redacted };
    } catch (error) {
      // The one plain no. Whatever else goes wrong, memory is better than nothing.
      if (error instanceof KeyferryError && error.code === 'inbox_full') throw error;
      const why = await whyHeld(error);
      await hold({
        value: key,
        redacted: redact(key),
        why,
        ...(tabId === undefined ? {} : { tabId }),
        ...(recipeId === undefined ? {} : { recipeId }),
      });
      return { state: 'held', redacted: redact(key), why };
    }
  }

  async function hold(key: HeldKey): Promise<void> {
    await memory.change(({ held }) => ({
      held: [...held.filter(({ value }) => value !== key.value), key],
    }));
    // The person ends the other waits, by a set-up or an unlock.
    if (key.why === 'disk-full' || key.why === 'unwritten') retryLater();
  }

  async function whyHeld(error: unknown): Promise<HeldWhy> {
    const code = error instanceof KeyferryError ? error.code : undefined;
    if (code === 'disk_full') return 'disk-full';
    if (code !== 'vault_missing') return 'unwritten';
    return (await vault.status()) === 'missing' ? 'no-vault' : 'needs-unlock';
  }

  return { fromPage, fromPaste, fromPractice, release };
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
