import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/**
 * The old key goes last: once the new one is where it is needed and proved, the guide leads to the
 * old one's row. Until then it says why to wait.
 */
export function OldKey({ keyView }: { readonly keyView: KeyView }) {
  const action = useAction();
  const { replaces } = keyView;
  if (!replaces) return null;
  const name = replaces.name || replaces.redacted;
  const isReady =
    keyView.deliveries.some(({ state }) => state === 'confirmed') &&
    keyView.verification?.outcome === 'verified';
  return (
    <Notice tone={isReady ? 'amber' : 'plain'} title={i18n.t('ui.rotation.title', [name])}>
      <p>{i18n.t(isReady ? 'ui.rotation.ready' : 'ui.rotation.wait')}</p>
      {action.error !== undefined && <p role="alert">{describeError(action.error)}</p>}
      {isReady && (
        <Button
          busy={action.busy}
          onPress={() => void action.run(() => send('guide/revoke', { itemId: replaces.id }))}
        >
          {i18n.t('ui.rotation.revoke')}
        </Button>
      )}
    </Notice>
  );
}

interface KeyLifeProps {
  readonly keyView: KeyView;
  /** Another in its place is offered elsewhere in the same view. */
  readonly isReplaced: boolean;
}

/** What can be done with a key that is in use: another in its place, or taken away. */
export function KeyLife({ keyView, isReplaced }: KeyLifeProps) {
  const action = useAction();
  const { id, recipeId } = keyView;
  return (
    <div className="actions">
      {recipeId !== undefined && !isReplaced && (
        <Button
          look="plain"
          busy={action.busy}
          onPress={() => void action.run(() => send('guide/start', { recipeId, replaces: id }))}
        >
          {i18n.t('ui.rotation.replace')}
        </Button>
      )}
      {recipeId !== undefined && (
        <Button
          look="plain"
          onPress={() => void action.run(() => send('guide/start', { recipeId }))}
        >
          {i18n.t('ui.rotation.reconnect')}
        </Button>
      )}
      <Button
        look="plain"
        onPress={() => void action.run(() => send('guide/revoke', { itemId: id }))}
      >
        {i18n.t('ui.rotation.revokeThis')}
      </Button>
      {action.error !== undefined && <p role="alert">{describeError(action.error)}</p>}
    </div>
  );
}
