import type { PageSnapshot } from '@/lib/domain/snapshot';
import { isChoice } from '@/lib/domain/warnings';
import { normalize } from '@/lib/locate/text';
import type { Recipe } from '@/lib/recipes/recipe';
import { isRevealed, type Step } from './step';

/** Choices of the Expiration control, the longest first; all beside "Never" and "Custom" are made up (openai-platform.md §1.6). */
const EXPIRY_DAYS = [365, 180, 90, 60, 30, 14, 7, 1];
const PERMISSION_WORDS = {
  all: 'All',
  restricted: 'Restricted',
  'read-only': 'Read only',
} as const;

/**
 * The packaged flow for a recipe, in the order of the dashboard's dialog (openai-platform.md §1.3,
 * §1.6).
 * @param keyName the key's name with its date filled in.
 */
export function flowFor(recipe: Recipe, keyName: string): readonly Step[] {
  const { kind, permission, reason, rows, expiresInDays } = recipe.key;
  const needed = rows.filter(({ optional }) => !optional);
  return [
    {
      id: 'open-create',
      anchor: 'open-create',
      sentence: 'open',
      words: [kind === 'admin' ? 'Create new Admin key' : 'Create new secret key'],
      fill: { type: 'press' },
      isDone: inDialog(() => true),
    },
    ...(kind === 'project' ? [ownerStep()] : []),
    {
      id: 'name',
      anchor: 'name',
      sentence: 'name',
      words: [keyName],
      fill: { type: 'text', text: keyName },
      canSkip: true,
      isDone: inDialog(({ form }) => (form?.name.trim() ?? '') !== ''),
    },
    ...(expiresInDays === undefined ? [] : [expirationStep(expiresInDays)]),
    {
      id: `permission-${permission}`,
      anchor: `permission-${permission}`,
      sentence: 'permission',
      words: [PERMISSION_WORDS[permission]],
      reason,
      fill: { type: 'choose', choices: [PERMISSION_WORDS[permission]] },
      isDone: inDialog(isPermission(permission)),
    },
    ...needed.map(rowStep),
    {
      id: 'submit-create',
      anchor: 'submit-create',
      sentence: 'submit',
      words: [kind === 'admin' ? 'Create admin key' : 'Create secret key'],
      isDone: isRevealed,
    },
    saveStep(),
  ];
}

/** The last step of every flow that makes a key: it is captured, which no page shows. */
export function saveStep(): Step {
  return { id: 'save', anchor: 'reveal-key', sentence: 'save', words: [], isDone: () => false };
}

/** True when the form offers no permission (a service account's) or shows this one. */
function isPermission(permission: Recipe['key']['permission']) {
  return ({ form }: PageSnapshot) =>
    form?.permission === permission || form?.owner === 'service-account';
}

function inDialog(isDone: (snapshot: PageSnapshot) => boolean) {
  return (snapshot: PageSnapshot) =>
    isRevealed(snapshot) || (snapshot.dialog === 'create' && isDone(snapshot));
}

/** Only a person's own key has a choice of permissions (openai-platform.md §1.3). */
function ownerStep(): Step {
  return {
    id: 'owner',
    anchor: 'owner-user',
    sentence: 'owner',
    words: ['You'],
    fill: { type: 'choose', choices: ['You'] },
    canSkip: true,
    isDone: inDialog(
      ({ form, anchors, disabled }) =>
        form?.owner !== 'service-account' ||
        !anchors.includes('owner-user') ||
        disabled.includes('owner-user'),
    ),
  };
}

function expirationStep(days: number): Step {
  const choices = [days, ...EXPIRY_DAYS.filter((each) => each < days)];
  return {
    id: 'expiration',
    anchor: 'expiration',
    sentence: 'expiration',
    words: [`${days} days`],
    fill: { type: 'choose', choices: choices.map((each) => `${each} days`) },
    canSkip: true,
    // Dialogs of before September 2026 have no such control; any choice but "Never" is the person's.
    isDone: inDialog(
      ({ anchors, form }) => !anchors.includes('expiration') || expires(form?.expiration, days),
    ),
  };
}

function rowStep({ row, choice, reason }: Recipe['key']['rows'][number]): Step {
  return {
    id: `row:${row}`,
    anchor: `row:${row}`,
    sentence: 'row',
    words: [row, choice],
    reason,
    fill: { type: 'choose', choices: choice === 'Request' ? [choice, 'Write'] : [choice] },
    canSkip: true,
    isDone: inDialog(
      ({ form }) => isChoice(choice, form?.rows[row] ?? '') || form?.owner === 'service-account',
    ),
  };
}

function expires(shown: string | undefined, days: number): boolean {
  const text = normalize(shown ?? '');
  if (text === '' || text === 'never' || /^(select|choose|no expir)/.test(text)) return false;
  const count = /^(\d+) days?$/.exec(text)?.[1];
  return count === undefined || Number(count) <= days;
}
