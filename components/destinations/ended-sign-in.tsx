import { i18n } from '#i18n';
import type { DestinationView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { momentWords } from '../keys/words';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { obtained } from './obtained';

/** Says that a destination's sign-in has ended, with the press that signs in again. */
export function EndedSignIn({ destination }: { readonly destination: DestinationView }) {
  const { signIn } = usePlatform();
  const action = useAction();
  const { endsAt, id, origins } = destination;
  if (endsAt === undefined || !isOver(endsAt)) return undefined;
  const again = () => {
    // The browser asks only during the press itself, so this comes before anything is awaited.
    const access = signIn?.obtain(origins) ?? Promise.resolve(false);
    void action.run(async () => {
      await obtained(access, origins);
      await send('destination/oidc-again', { destinationId: id });
    });
  };
  return (
    <>
      <span className="actions">
        <span>{i18n.t('ui.oidc.ended', [momentWords(endsAt)])}</span>
        {signIn && (
          <Button busy={action.busy} onPress={again}>
            {i18n.t('ui.oidc.again')}
          </Button>
        )}
      </span>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
    </>
  );
}

const isOver = (endsAt: number) => endsAt <= Date.now();
