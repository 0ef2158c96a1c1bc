import { i18n } from '#i18n';
import type { RemovedView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { Undoable } from '../ui/undoable';
import type { Route } from './route';

interface RemovalsProps {
  readonly removed: readonly RemovedView[];
  readonly page: Route['page'];
}

/** What was removed of that which a page lists, each with the way back. */
export function Removals({ removed, page }: RemovalsProps) {
  const here = removed.filter(({ kind }) => page === `${kind}s`);
  return (
    <Undoable
      done={here.map(({ id, name }) => ({ id, words: i18n.t('ui.removed.done', [name]) }))}
      onUndo={(id) => send('removed/restore', { id })}
    />
  );
}
