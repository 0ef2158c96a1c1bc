import type { StepRule } from '@/lib/domain/guide';
import type { AnchorId, PageSnapshot } from '@/lib/domain/snapshot';
import { normalize } from '@/lib/locate/text';
import type { Recipe } from '@/lib/recipes/recipe';

/** What *Fill this for me* does for a step. */
export type Fill =
  | { readonly type: 'press' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choose'; readonly choice: string };

/** One thing that the person does on OpenAI's page. Its sentence is the locale string `guide.step.<words>`. */
export interface Step extends StepRule {
  readonly anchor: AnchorId;
  readonly sentence: StepSentence;
  readonly words: readonly string[];
  /** Why this choice, in one sentence of the recipe's. */
  readonly reason?: string;
  /** Missing for what stays the person's: the final press. */
  readonly fill?: Fill;
}

/** The steps' sentences, as locale keys. */
export type StepSentence =
  | 'open'
  | 'name'
  | 'expiration'
  | 'permission'
  | 'row'
  | 'submit'
  | 'save';

/**
 * The packaged flow for a recipe, in the order of the dashboard's dialog (openai-platform.md §1.3,
 * §1.6).
 * @param keyName the key's name with its date filled in.
 */
export function flowFor(recipe: Recipe, keyName: string): readonly Step[] {
  const { kind, permission, rows, expiresInDays } = recipe.key;
  const inDialog = (isDone: (snapshot: PageSnapshot) => boolean) => (snapshot: PageSnapshot) =>
    isRevealed(snapshot) || (snapshot.dialog === 'create' && isDone(snapshot));
  const steps: Step[] = [
    {
      id: 'open-create',
      anchor: 'open-create',
      sentence: 'open',
      words: [kind === 'admin' ? 'Create new Admin key' : 'Create new secret key'],
      fill: { type: 'press' },
      isDone: inDialog(() => true),
    },
    {
      id: 'name',
      anchor: 'name',
      sentence: 'name',
      words: [keyName],
      fill: { type: 'text', text: keyName },
      isDone: inDialog(({ form }) => (form?.name.trim() ?? '') !== ''),
    },
  ];
  if (expiresInDays !== undefined) {
    const days = `${expiresInDays} days`;
    steps.push({
      id: 'expiration',
      anchor: 'expiration',
      sentence: 'expiration',
      words: [days],
      fill: { type: 'choose', choice: days },
      // Dialogs of before September 2026 have no such control; any choice but "Never" is the person's.
      isDone: inDialog(
        ({ anchors, form }) =>
          !anchors.includes('expiration') || expires(form?.expiration, expiresInDays),
      ),
    });
  }
  steps.push({
    id: `permission-${permission}`,
    anchor: `permission-${permission}`,
    sentence: 'permission',
    words: [permission === 'restricted' ? 'Restricted' : 'Read only'],
    fill: { type: 'press' },
    isDone: inDialog(({ form }) => form?.permission === permission),
  });
  for (const { row, choice, reason } of rows.filter(({ optional }) => !optional)) {
    steps.push({
      id: `row:${row}`,
      anchor: `row:${row}`,
      sentence: 'row',
      words: [row, choice],
      reason,
      fill: { type: 'choose', choice },
      isDone: inDialog(({ form }) => normalize(form?.rows[row] ?? '') === normalize(choice)),
    });
  }
  steps.push(
    {
      id: 'submit-create',
      anchor: 'submit-create',
      sentence: 'submit',
      words: [kind === 'admin' ? 'Create admin key' : 'Create secret key'],
      isDone: isRevealed,
    },
    {
      id: 'save',
      anchor: 'reveal-key',
      sentence: 'save',
      words: [],
      isDone: () => false,
    },
  );
  return steps;
}

function isRevealed({ dialog, keyVisible }: PageSnapshot): boolean {
  return keyVisible || dialog === 'reveal';
}

function expires(shown: string | undefined, days: number): boolean {
  const text = normalize(shown ?? '');
  if (text === '' || text === 'never' || text.startsWith('select')) return false;
  const count = /^(\d+) days?$/.exec(text)?.[1];
  return count === undefined || Number(count) <= days;
}
