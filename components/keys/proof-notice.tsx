import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { PermissionTable } from './permission-report';
import { canEdit, reasonSentence } from './proof-words';

/** What the proof with OpenAI found, once it said something: the sentence, the report, another try. */
export function ProofNotice({ keyView }: { readonly keyView: KeyView }) {
  const action = useAction();
  const { verification } = keyView;
  const { outcome, reason, report, state } = verification ?? {};
  if (reason === undefined && report === undefined && outcome === undefined) return null;
  const open = state === 'done' && outcome !== 'verified';
  return (
    <div className="stack">
      {reason !== undefined && state === 'waiting' && (
        <p className="quiet">{reasonSentence(keyView)}</p>
      )}
      {reason !== undefined && open && (
        <Notice
          tone={outcome === 'rejected' ? 'red' : 'amber'}
          title={
            outcome === 'rejected' ? i18n.t('ui.outcome.rejected') : i18n.t('ui.outcome.unsure')
          }
        >
          {reasonSentence(keyView)}
        </Notice>
      )}
      {report !== undefined && <PermissionTable kind={keyView.kind} report={report} />}
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      {state === 'done' && (
        <div className="actions">
          {canEdit(keyView) && (
            <Button
              busy={action.busy}
              onPress={() => void action.run(() => send('guide/edit', { itemId: keyView.id }))}
            >
              {i18n.t('ui.report.edit')}
            </Button>
          )}
          <Button
            look={open ? 'secondary' : 'plain'}
            busy={action.busy}
            onPress={() =>
              void action.run(() => send('verification/again', { itemId: keyView.id }))
            }
          >
            {i18n.t('ui.outcome.checkAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}
