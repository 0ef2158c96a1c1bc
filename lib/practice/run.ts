import { createCallout } from '@/lib/callout/callout';
import { pageFor } from '@/lib/dashboard/routes';
import { readPage, type Reading } from '@/lib/dashboard/snapshot';
import { readPracticeKey } from '@/lib/domain/api-key';
import { toWire } from '@/lib/domain/errors';
import { GUIDE_START, transition } from '@/lib/domain/guide';
import { flowFor } from '@/lib/guide/flow';
import { followPage } from '@/lib/guide/follow-page';
import { createHands } from '@/lib/guide/hands';
import { presentStep } from '@/lib/guide/present';
import { presentKey } from '@/lib/guide/present-key';
import { wrongTurn } from '@/lib/guide/wrong-turn';
import type { GuideBrief } from '@/lib/messaging/briefs';
import { send } from '@/lib/messaging/client';
import { text } from '@/lib/text';
import { practiceRecipe } from './recipe';

/**
 * The guide on our own practice page: its card, its steps, its hands and its eyes, which find the
 * controls by OpenAI's labels as they do there. Only where the key goes first is another way.
 * @param onSaved told of the key's item once it is in the vault.
 */
export function runPractice(
  document: Document,
  onSaved: (itemId: string) => void,
  signal: AbortSignal,
): void {
  const recipe = practiceRecipe();
  const steps = flowFor(recipe, recipe.key.name);
  const page = new URL(pageFor(recipe.key.kind).url);
  let state = GUIDE_START;
  let reading: Reading | undefined;
  let brief: GuideBrief = { recipe };
  let tried: string | undefined;
  const callout = createCallout(document, (id) => void pressed(id), signal);
  const hands = createHands(
    {
      steps: () => steps,
      index: () => state.index,
      elements: () => reading?.elements ?? new Map<never, Element>(),
      look,
    },
    signal,
  );

  function look(): void {
    if (signal.aborted) return;
    const before = reading?.snapshot.dialog;
    reading = readPage(document, page);
    if (before !== reading.snapshot.dialog) hands.forget();
    state = transition(steps, state, { type: 'observed', snapshot: reading.snapshot });
    void save();
    show(reading);
  }

  function show({ snapshot, elements, dialog }: Reading): void {
    if (state.phase === 'finished') return callout.hide();
    const last = elements.get('cancel-create') ?? elements.get('reveal-done');
    if (brief.captured || brief.problem) {
      const anchor = elements.get('reveal-copy');
      const content = presentKey(brief, snapshot);
      // Here this page leads on, and not the popup.
      const next = brief.captured ? { body: text('ui.practice.savedNext') } : {};
      return callout.show({ ...content, ...next }, { dialog, last, anchor });
    }
    const step = steps[state.index];
    const content = presentStep(steps, state, {
      isForeign: false,
      wrong: wrongTurn(recipe, steps, state, snapshot),
      notTaken: hands.notTaken(),
      canUndo: hands.canUndo(),
      copied: undefined,
      form: snapshot.form,
    });
    // Leaving is what the page's own link is for.
    const { close: _none, ...shown } = content;
    callout.show(shown, { dialog, last, anchor: step && elements.get(step.anchor) });
  }

  /** Hands the key over as soon as it is shown; once, unless the person asks for another try. */
  async function save(): Promise<void> {
    const shown = document.querySelector<HTMLInputElement>('dialog[open] input[readonly]')?.value;
    const key = shown === undefined ? undefined : readPracticeKey(shown);
    if (key === undefined || key === tried || brief.captured) return;
    tried = key;
    const name = state.chosen?.name || recipe.key.name;
    try {
      const answer = await send('practice/save', { text: key, name });
      brief = { recipe, captured: { ...answer, warnings: [] } };
      state = transition(steps, state, { type: 'captured' });
      if (answer.state === 'saved') onSaved(answer.itemId);
    } catch (error) {
      brief = { recipe, problem: toWire(error) };
    }
    look();
  }

  async function pressed(id: string): Promise<void> {
    const step = steps[state.index];
    if (id === 'fill') await hands.fillStep(step);
    else if (id === 'fill-rest') await hands.fillRest(step);
    else if (id === 'undo') await hands.undo();
    else if (id === 'fix') await hands.fillThis(steps.find(({ fill }) => fill?.type === 'choose'));
    else if (id === 'save') tried = undefined;
    else if (id === 'skip' || id === 'by-hand') {
      if (step) state = transition(steps, state, { type: 'done-by-hand', stepId: step.id });
    } else return callout.hide();
    look();
  }

  followPage(document, look, signal);
  look();
}
