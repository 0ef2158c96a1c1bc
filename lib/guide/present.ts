import type { CalloutButton, CalloutContent } from '@/lib/callout/callout';
import { lineAt } from '@/lib/callout/line';
import type { GuideState } from '@/lib/domain/guide';
import type { GuideBrief } from '@/lib/messaging/briefs';
import { text } from '@/lib/text';
import type { Step } from './flow';
import type { WrongTurn } from './wrong-turn';

/** What the callout says while a guide runs. */
export function presentStep(
  steps: readonly Step[],
  state: GuideState,
  wrong: WrongTurn | undefined,
  notTaken: boolean,
): CalloutContent {
  const step = steps[Math.min(state.index, steps.length - 1)];
  const progress = text('guide.progress', [
    String(Math.min(state.index + 1, steps.length)),
    String(steps.length),
  ]);
  const frame = {
    progress,
    close: text('guide.stop'),
    line: lineAt(step?.sentence === 'save' ? 1 : 0),
  };
  if (wrong && wrong.kind !== 'no_anchor') {
    return {
      ...frame,
      tone: 'warn',
      title: text(`guide.wrong.${wrong.kind}.title`, wrong.words),
      body: text(`guide.wrong.${wrong.kind}.body`, wrong.words),
      buttons: wrongTurnButtons(wrong),
    };
  }
  return {
    ...frame,
    tone: notTaken || wrong ? 'warn' : 'plain',
    title: step ? stepSentence(step) : '',
    body: notTaken ? text('guide.not_taken') : wrong ? text('guide.wrong.no_anchor') : bodyOf(step),
    buttons: wrong ? [button('by-hand')] : stepButtons(step),
  };
}

/** The sentence of a step, in the person's language. */
export function stepSentence(step: Step): string {
  return text(`guide.step.${step.sentence}`, step.words);
}

/** What the callout says of the key on screen once its fate is known, or when no guide runs. */
export function presentKey(brief: GuideBrief): CalloutContent {
  const { captured, problem, recipe } = brief;
  if (problem) {
    return {
      tone: 'warn',
      line: lineAt(1),
      title: text('guide.problem.title'),
      body: text(`error.${problem.code}`, problem.words),
      buttons: [button('save', true)],
    };
  }
  if (captured?.state === 'held') {
    return {
      tone: 'warn',
      line: lineAt(1),
      title: text('guide.held.title'),
      body: text('guide.held.body'),
      buttons: [],
    };
  }
  if (captured) {
    const [warning] = captured.warnings;
    return {
      tone: warning ? 'warn' : 'plain',
      line: lineAt(2),
      title: text('guide.saved.title'),
      body: warning
        ? text(`warning.${warning}`, recipe ? [recipe.product] : [])
        : text('guide.saved.body'),
      buttons: [],
      close: text('guide.close'),
    };
  }
  return {
    tone: 'plain',
    line: lineAt(1),
    title: text('guide.offer.title'),
    body: text('guide.offer.body'),
    buttons: [button('save', true), button('dismiss')],
  };
}

function bodyOf(step: Step | undefined): string | undefined {
  if (!step) return undefined;
  return step.reason ?? text(`guide.why.${step.sentence}`);
}

function stepButtons(step: Step | undefined): CalloutButton[] {
  if (step?.sentence === 'save') return [button('save', true)];
  if (!step?.fill) return [];
  return step.sentence === 'open'
    ? [button('fill-rest', true), button('fill')]
    : [button('fill', true), button('fill-rest')];
}

function wrongTurnButtons({ kind }: WrongTurn): CalloutButton[] {
  switch (kind) {
    case 'all_chosen':
    case 'read_only_chosen':
      return [button('fill', true), button('fill-rest')];
    case 'other_page':
      return [button('go', true)];
    default:
      return [];
  }
}

function button(id: string, primary = false): CalloutButton {
  return { id, label: text(`guide.button.${id.replaceAll('-', '_')}`), primary };
}
