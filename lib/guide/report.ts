import type { GuideState } from '@/lib/domain/guide';
import type { MessageRequest } from '@/lib/messaging/protocol';
import type { Step } from './step';
import { stepSentence } from './present';

/** What the background is told of where a guide stands; undefined before there is a step. */
export function reportOf(
  steps: readonly Step[],
  state: GuideState,
): MessageRequest<'guide/report'> | undefined {
  const step = steps[Math.min(state.index, steps.length - 1)];
  if (!step) return undefined;
  const place = {
    step: Math.min(state.index + 1, steps.length),
    total: steps.length,
    sentence: stepSentence(step),
  };
  if (!state.chosen) return place;
  const { name, project, expiration, rows } = state.chosen;
  // The first-run wizard offers no permission: its key can do everything (openai-platform.md §1.8).
  const isFirst = steps.some(({ sentence }) => sentence === 'generate');
  const permission = isFirst ? 'all' : state.chosen.permission;
  return { ...place, chosen: { name: name || undefined, project, permission, expiration, rows } };
}
