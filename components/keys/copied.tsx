import { i18n } from '#i18n';
import type { CopiedView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { useSecondsUntil } from '../use-seconds';

/** That a key was copied, when the clipboard is cleared, and what became of that. */
export function Copied({ copied }: { readonly copied: CopiedView }) {
  const platform = usePlatform();
  const { run } = useAction();
  const { itemId, state, until } = copied;
  const left = useSecondsUntil(state === 'waiting' ? until : undefined);
  const isOver = state === 'cleared' || state === 'changed';
  const clear = () => {
    if (platform.clearClipboard()) void run(() => send('key/uncopied', { itemId }));
  };
  return (
    <Notice tone={isOver ? 'plain' : 'amber'}>
      <p>{message(`ui.clipboard.${state}`, [String(left)])}</p>
      {!isOver && (
        <Button look="plain" onPress={clear}>
          {i18n.t('ui.clipboard.now')}
        </Button>
      )}
    </Notice>
  );
}
