import type { CalloutContent } from '@/lib/callout/content';
import { lineAt } from '@/lib/callout/line';
import type { GuideState } from '@/lib/domain/guide';
import type { PageSnapshot } from '@/lib/domain/snapshot';
import type { RevokeTask } from '@/lib/messaging/briefs';
import { text } from '@/lib/text';
import { editWords } from './edit';
import { rowsLike } from './flow';
import type { Step } from '@/lib/guide/step';

/** What the callout says while a key is taken away or changed. It says first what would break. */
export function presentRevoke(
  task: RevokeTask,
  steps: readonly Step[],
  state: GuideState,
  snapshot: PageSnapshot,
): CalloutContent {
  const step = steps[Math.min(state.index, steps.length - 1)];
  const frame = {
    progress: text('guide.progress', [String(state.index + 1), String(steps.length)]),
    close: text('guide.stop'),
    line: lineAt(4),
  };
  const rows = rowsLike(task, snapshot).filter(({ isActive }) => isActive);
  const problem =
    step?.id !== 'find-key' || snapshot.anchors.includes(step.anchor)
      ? undefined
      : rows.length > 1
        ? 'alike'
        : 'not_listed';
  if (problem) {
    return {
      ...frame,
      tone: 'warn',
      title: text(`guide.revoke.${problem}.title`, [task.name, task.lastFour]),
      body: task.settings
        ? text(`guide.edit.${problem}`, [editWords(task)])
        : text(`guide.revoke.${problem}.body`, [task.name, task.lastFour]),
      buttons: [],
    };
  }
  if (task.settings) {
    return {
      ...frame,
      tone: 'plain',
      title: text(`guide.step.${step?.sentence ?? 'edit'}`, step?.words ?? []),
      body: text('guide.edit.body', [editWords(task)]),
      buttons: fillButton(step),
    };
  }
  const breaks = task.places.length > 0;
  return {
    ...frame,
    tone: breaks ? 'warn' : 'plain',
    title: text(`guide.step.${step?.sentence ?? 'revoke'}`, step?.words ?? []),
    body: breaks
      ? text('guide.revoke.breaks', [task.places.join(', ')])
      : text('guide.revoke.unused'),
    buttons: fillButton(step),
  };
}

function fillButton(step: Step | undefined): CalloutContent['buttons'] {
  return step?.fill ? [{ id: 'fill', label: text('guide.button.fill'), primary: true }] : [];
}

/** What the callout says when a key was revoked. */
export function presentRevoked(name: string): CalloutContent {
  return {
    tone: 'plain',
    line: lineAt(4),
    title: text('guide.revoked.title'),
    body: text('guide.revoked.body', [name]),
    buttons: [],
    close: text('guide.close'),
  };
}
