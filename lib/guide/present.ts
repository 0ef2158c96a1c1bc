import type { CalloutButton, CalloutContent } from '@/lib/callout/content';
import { lineAt } from '@/lib/callout/line';
import type { GuideState } from '@/lib/domain/guide';
import type { PageSnapshot } from '@/lib/domain/snapshot';
import { text } from '@/lib/text';
import type { Step } from './step';
import { isMissing, type WrongTurn } from './wrong-turn';

/** What the callout needs to know beside the step. */
export interface Moment {
  readonly wrong: WrongTurn | undefined;
  /** The recipe is none of the packaged ones. */
  readonly isForeign: boolean | undefined;
  /** The page did not take the last fill. */
  readonly notTaken: boolean | undefined;
  /** A fill can be taken back. */
  readonly canUndo: boolean | undefined;
  /** A ready text that can be copied, shown once the person asked for it. */
  readonly copied: string | undefined;
  readonly form: PageSnapshot['form'];
}

/** What the callout says while a guide runs. */
export function presentStep(
  steps: readonly Step[],
  state: GuideState,
  { wrong, isForeign, notTaken, canUndo, copied, form }: Moment,
): CalloutContent {
  const step = steps[Math.min(state.index, steps.length - 1)];
  const frame = {
    progress: text('guide.progress', [
      String(Math.min(state.index + 1, steps.length)),
      String(steps.length),
    ]),
    badge: badgeOf(isForeign),
    close: text('guide.stop'),
    line: lineAt(step?.sentence === 'save' ? 1 : 0),
    text: copied,
  };
  if (wrong && !isMissing(wrong)) {
    return {
      ...frame,
      tone: 'warn',
      title: text(`guide.wrong.${wrong.kind}.title`, wrong.words),
      body: copied ? text('guide.copied') : text(`guide.wrong.${wrong.kind}.body`, wrong.words),
      buttons: wrongTurnButtons(wrong, step),
    };
  }
  const quiet = [
    ...(canUndo ? [button('undo')] : []),
    ...(step?.canSkip && !wrong ? [button('skip')] : []),
    ...(notTaken ? [button('by-hand')] : []),
  ];
  return {
    ...frame,
    tone: notTaken || wrong ? 'warn' : 'plain',
    title: step ? stepSentence(step) : '',
    body: notTaken
      ? text('guide.not_taken')
      : wrong
        ? text(copied ? 'guide.copied' : `guide.wrong.${wrong.kind}`)
        : bodyOf(step, form),
    why: wrong ? undefined : whyOf(step),
    buttons: wrong ? missingButtons(wrong) : stepButtons(step),
    secondary: quiet,
  };
}

/** The mark of a guide whose recipe nobody of us has checked. */
export function badgeOf(isForeign: boolean | undefined): string | undefined {
  return isForeign ? text('guide.badge') : undefined;
}

/** The sentence of a step, in the person's language. */
export function stepSentence(step: Step): string {
  return text(`guide.step.${step.sentence}`, step.words);
}

function bodyOf(step: Step | undefined, form: PageSnapshot['form']): string | undefined {
  if (!step) return undefined;
  if (step.sentence === 'submit' && form?.project) {
    return text('guide.submit_in_project', [form.project]);
  }
  return step.reason ?? text(`guide.why.${step.sentence}`);
}

/** Behind *Why?*: what the body does not say already. */
function whyOf(step: Step | undefined): string | undefined {
  return step?.reason === undefined ? undefined : text(`guide.why.${step.sentence}`);
}

function stepButtons(step: Step | undefined): CalloutButton[] {
  if (step?.sentence === 'save') return [button('save', true)];
  if (!step?.fill) return [];
  if (step.sentence === 'open') return [button('fill-rest', true), button('fill')];
  return step.anchor === 'row-revoke' || step.sentence === 'invite' || step.sentence === 'later'
    ? [button('fill', true)]
    : [button('fill', true), button('fill-rest')];
}

function missingButtons({ kind }: WrongTurn): CalloutButton[] {
  return kind === 'not_ready' ? [] : [button('by-hand'), button('report')];
}

function wrongTurnButtons({ kind }: WrongTurn, step: Step | undefined): CalloutButton[] {
  switch (kind) {
    case 'all_chosen':
    case 'read_only_chosen':
      return step?.sentence === 'permission'
        ? [button('fill', true), button('fill-rest')]
        : [button('fix', true), button('fill-rest')];
    case 'more_than_needed':
      return [button('fix', true), button('keep')];
    case 'other_page':
    case 'first_steps':
      return [button('go', true)];
    case 'no_rights':
    case 'blocked':
      return [button('request', true)];
    case 'service_accounts_only':
      return [button('own-account', true), button('request')];
    default:
      return [];
  }
}

/** A button of the guide, by its id. */
export function button(id: string, primary = false): CalloutButton {
  return { id, label: text(`guide.button.${id}`), primary };
}
