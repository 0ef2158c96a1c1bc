import type { PageSnapshot } from '@/lib/domain/snapshot';
import type { Recipe } from '@/lib/recipes/recipe';
import { saveStep } from './flow';
import { isRevealed, type Step } from './step';

/**
 * The steps of OpenAI's first-run wizard (openai-platform.md §1.8). Its key can do everything, so it
 * is passed by; only a product whose own instructions lead through it makes it, and it is replaced
 * or used after a word about that.
 */
export function firstRunFlow(recipe: Recipe, keyName: string): readonly Step[] {
  const makesKey = recipe.firstRun === true;
  return [
    {
      id: 'organization',
      anchor: 'create-organization',
      sentence: 'organization',
      words: [],
      isDone: notAt('create-organization'),
    },
    {
      id: 'invite',
      anchor: 'invite-later',
      sentence: 'invite',
      words: ['I’ll invite my team later'],
      fill: { type: 'press' },
      isDone: notAt('invite-later'),
    },
    ...(makesKey ? firstKeySteps(recipe, keyName) : [laterStep()]),
  ];
}

/** The pages come one after another, in an order that has changed: a page that is not shown is not asked for. */
function notAt(anchor: Step['anchor']) {
  return (snapshot: PageSnapshot) => isRevealed(snapshot) || !snapshot.anchors.includes(anchor);
}

function laterStep(): Step {
  return {
    id: 'later',
    anchor: 'cancel-create',
    sentence: 'later',
    words: ['I’ll do this later'],
    fill: { type: 'press' },
    isDone: () => false,
  };
}

function firstKeySteps({ product }: Recipe, keyName: string): Step[] {
  return [
    {
      id: 'first-name',
      anchor: 'name',
      sentence: 'name',
      words: [keyName],
      fill: { type: 'text', text: keyName },
      canSkip: true,
      isDone: isFilled('name'),
    },
    {
      id: 'first-project',
      anchor: 'project',
      sentence: 'project',
      words: [product],
      fill: { type: 'text', text: product },
      canSkip: true,
      isDone: isFilled('project'),
    },
    {
      id: 'generate',
      anchor: 'submit-create',
      sentence: 'generate',
      words: ['Generate API Key'],
      isDone: isRevealed,
    },
    saveStep(),
  ];
}

function isFilled(field: 'name' | 'project') {
  return (snapshot: PageSnapshot) =>
    isRevealed(snapshot) || (snapshot.form?.[field]?.trim() ?? '') !== '';
}
