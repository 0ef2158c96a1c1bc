import { createCallout } from '@/lib/callout/callout';
import { readKeyRows } from '@/lib/dashboard/key-table';
import { GUIDE_START, transition, type GuideState } from '@/lib/domain/guide';
import type { PageSnapshot } from '@/lib/domain/snapshot';
import { followPage } from '@/lib/guide/follow-page';
import { reportOf } from '@/lib/guide/report';
import { press } from '@/lib/locate/act';
import type { GuideBrief, RevokeTask } from '@/lib/messaging/briefs';
import { send } from '@/lib/messaging/client';
import { isOrphaned } from '@/lib/messaging/insist';
import { editFlow, presentEdited } from './edit';
import { revokeFlow, rowsLike } from './flow';
import { presentRevoke, presentRevoked } from './present';

/** How long a page may take to list its keys before a missing one is said, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Leads to the row of the key that is to be taken away, or changed, and to the last press, which stays
 * the person's. Presses nothing while two rows could be meant.
 */
export function runRevoke(document: Document): { refresh(): Promise<void> } {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let brief: GuideBrief = {};
  let state: GuideState = GUIDE_START;
  let since = Date.now();
  let pressedLast = false;
  let sawEdit = false;
  let dismissed = false;
  let reported = '';
  const callout = createCallout(document, (id) => void pressed(id), signal);

  async function refresh(): Promise<void> {
    const next = await send('guide/brief', {});
    if (next.id !== brief.id) {
      state = GUIDE_START;
      since = Date.now();
      pressedLast = false;
      sawEdit = false;
      dismissed = false;
    }
    brief = next;
    look();
  }

  function look(): void {
    if (signal.aborted) return;
    if (isOrphaned()) return lifetime.abort();
    const task = brief.revoke;
    if (!task || dismissed) return callout.hide();
    const { snapshot, elements, dialog } = readKeyRows(document, location(), task);
    const steps = stepsOf(task);
    if (task.settings && snapshot.dialog === 'edit') sawEdit = true;
    else if (sawEdit && snapshot.dialog === 'none') {
      return callout.show(presentEdited(), { dialog });
    }
    if (pressedLast && isOver(snapshot)) {
      for (const { id } of steps)
        state = transition(steps, state, { type: 'done-by-hand', stepId: id });
    }
    state = transition(steps, state, { type: 'observed', snapshot });
    if (state.phase === 'finished') {
      return callout.show(presentRevoked(task.name), { dialog });
    }
    const step = steps[state.index];
    const anchor = step && elements.get(step.anchor);
    if (!anchor && Date.now() - since < PATIENCE) {
      setTimeout(look, PATIENCE);
      return callout.hide();
    }
    callout.show(presentRevoke(task, steps, state, snapshot), {
      dialog,
      last: elements.get('revoke-confirm'),
      anchor,
    });
    const request = reportOf(steps, state);
    if (request && JSON.stringify(request) !== reported) {
      reported = JSON.stringify(request);
      void send('guide/report', request).catch(() => undefined);
    }
  }

  /** With a filter on the table a revoked key is not listed any more: the closed dialog tells. */
  function isOver(snapshot: PageSnapshot): boolean {
    if (!brief.revoke || snapshot.dialog !== 'none') return false;
    return !rowsLike(brief.revoke, snapshot).some(({ isActive }) => isActive);
  }

  async function pressed(id: string): Promise<void> {
    if (id === 'fill' && brief.revoke) {
      const { elements } = readKeyRows(document, location(), brief.revoke);
      const [first] = stepsOf(brief.revoke);
      const button = first && elements.get(first.anchor);
      if (button) press(button);
    } else {
      dismissed = true;
      await send('guide/stop', {}).catch(() => undefined);
    }
    look();
  }

  function notePress({ isTrusted, target }: Event): void {
    if (!isTrusted || !brief.revoke || !(target instanceof Node)) return;
    const { elements } = readKeyRows(document, location(), brief.revoke);
    if (elements.get('revoke-confirm')?.contains(target)) pressedLast = true;
  }

  function location(): URL {
    return new URL(document.location.href);
  }

  followPage(document, look, signal);
  document.addEventListener('click', notePress, { capture: true, signal });
  return { refresh };
}

function stepsOf(task: RevokeTask) {
  return task.settings ? editFlow(task) : revokeFlow(task);
}
