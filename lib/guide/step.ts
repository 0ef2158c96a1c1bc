import type { StepRule } from '@/lib/domain/guide';
import type { AnchorId, PageSnapshot } from '@/lib/domain/snapshot';

/** What *Fill this* does for a step. */
export type Fill =
  | { readonly type: 'press' }
  | { readonly type: 'text'; readonly text: string }
  /** The first of these choices that the page offers. */
  | { readonly type: 'choose'; readonly choices: readonly string[] };

/** The steps' sentences, as the locale keys `guide.step.<sentence>` and `guide.why.<sentence>`. */
export type StepSentence =
  | 'open'
  | 'owner'
  | 'name'
  | 'expiration'
  | 'permission'
  | 'row'
  | 'submit'
  | 'save'
  | 'organization'
  | 'invite'
  | 'later'
  | 'project'
  | 'generate'
  | 'find_key'
  | 'find_edit'
  | 'edit'
  | 'revoke';

/** One thing that the person does on OpenAI's page. */
export interface Step extends StepRule {
  readonly anchor: AnchorId;
  readonly sentence: StepSentence;
  readonly words: readonly string[];
  /** Why this choice, in one sentence of the recipe's. */
  readonly reason?: string;
  /** Missing for what stays the person's, such as the last press. */
  readonly fill?: Fill;
  /** The key can be made without it. */
  readonly canSkip?: boolean;
}

/** True once the page shows a key that was just made. */
export function isRevealed({ dialog, keyVisible }: PageSnapshot): boolean {
  return keyVisible || dialog === 'reveal';
}
