import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { ErrorCode, WireError } from '@/lib/domain/errors';
import type { MessageAnswer, MessageName } from '@/lib/messaging/protocol';
import { readBuild } from '../e2e/harness/build.ts';

/** What the background says no with. */
export interface Fails {
  readonly $fails: WireError;
}

/** The background never answers. */
export const NEVER = { $never: true } as const;

/** What the background answers in a view; a message that is not named is answered with nothing. */
export type Answers = { readonly [N in MessageName]?: MessageAnswer<N> | Fails | typeof NEVER };

/** One view in one state: what the background answers, and what the person does then. */
export interface View {
  /** Such as `popup/unlock-wrong`: part of the names of its pictures. */
  readonly name: string;
  readonly page: 'popup' | 'app' | 'welcome';
  readonly hash?: string;
  readonly answers: Answers;
  /** In English. */
  readonly act?: (page: Page) => Promise<void>;
  /** `visual` compares it in forced colours too. */
  readonly forced?: true;
}

/** The answer that is an error. */
export function fails(code: ErrorCode, ...words: string[]): Fails {
  return { $fails: { code, words } };
}

/** Presses a button, a link or what is folded away, by its string's key, such as `ui.lock`. */
export async function press(page: Page, key: string): Promise<void> {
  const name = wordsOf(key);
  const named = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
  await named
    .or(page.locator('summary', { hasText: name }))
    .first()
    .click();
}

/** Types into a field, by its label's key. */
export async function type(page: Page, key: string, text: string): Promise<void> {
  await page.getByLabel(wordsOf(key)).first().fill(text);
}

/** Opens everything that is folded away. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What is unfolded may ask for more, and that may be folded.
    for (let quiet = 0; quiet < 5;) {
      const closed = document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
      for (const each of closed) each.open = true;
      quiet = closed.length === 0 ? quiet + 1 : 0;
      await new Promise(requestAnimationFrame);
    }
  });
}

let messages: Readonly<Record<string, { readonly message: string }>> | undefined;

/** The English string of a key, whatever stands in it. */
function wordsOf(key: string): RegExp {
  messages ??= JSON.parse(
    readFileSync(join(readBuild('chrome-mv3').path, '_locales/en/messages.json'), 'utf8'),
  ) as NonNullable<typeof messages>;
  const text = messages[key.replaceAll(/[.-]/g, '_')]?.message.split(' | ').at(-1);
  if (text === undefined) throw new Error(`There is no string ${key}`);
  const parts = text.split(/\$\d/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}`, 'u');
}
