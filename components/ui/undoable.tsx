import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { useAction } from '../use-action';
import { ActionError } from './action-error';
import { Button } from './button';
import { Notice } from './notice';

interface UndoableProps {
  /** What was done, each with its sentence; the last first. */
  readonly done: readonly { readonly id: string; readonly words: string }[];
  readonly onUndo: (id: string) => Promise<unknown>;
}

/**
 * What was done and can be undone. It is always on the page, so that what comes into it is read out; a
 * focus that was on what is gone comes here, where the way back is.
 */
export function Undoable({ done, onUndo }: UndoableProps) {
  const action = useAction();
  const here = useRef<HTMLOutputElement>(null);
  const latest = done[0]?.id;
  useEffect(() => {
    if (latest === undefined || document.activeElement !== document.body) return;
    here.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [latest]);
  return (
    <output className="undoable" ref={here}>
      {done.length > 0 && (
        <Notice tone="plain">
          <ul className="lines">
            {done.map(({ id, words }) => (
              <li key={id} className="line-of">
                <span>{words}</span>
                <Button
                  look="plain"
                  busy={action.busy}
                  onPress={() => void action.run(() => onUndo(id))}
                >
                  {i18n.t('ui.discard.undo')}
                </Button>
              </li>
            ))}
          </ul>
          <ActionError error={action.error} />
        </Notice>
      )}
    </output>
  );
}
