import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError, message } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/** Whether a key's secret can't be had. */
export function isLost({ damage }: KeyView): boolean {
  return damage === 'damaged' || damage === 'missing';
}

/** What is wrong with a key as it is stored, and what can be done. */
export function KeyDamage({ keyView }: { readonly keyView: KeyView }) {
  const action = useAction();
  const { damage, id, lostFacts } = keyView;
  return (
    <>
      {damage && (
        <Notice
          tone={isLost(keyView) ? 'red' : 'amber'}
          title={message(`ui.damage.title.${damage}`)}
        >
          <p>{message(`ui.damage.do.${damage}`)}</p>
          {action.error !== undefined && <p role="alert">{describeError(action.error)}</p>}
          {!isLost(keyView) && (
            <Button
              busy={action.busy}
              onPress={() => void action.run(() => send('key/keep', { itemId: id }))}
            >
              {i18n.t('ui.damage.keep')}
            </Button>
          )}
        </Notice>
      )}
      {lostFacts > 0 && <Notice tone="amber">{i18n.t('ui.damage.facts', lostFacts)}</Notice>}
    </>
  );
}
