import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError, message } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { PermissionTable, summaryWords } from './permission-report';

/** What the proof with OpenAI found: nothing while it runs, a sentence and the report after. */
export function ProofNotice({ keyView }: { readonly keyView: KeyView }) {
  const action = useAction();
  const { verification } = keyView;
  if (verification === undefined) return null;
  const { outcome, reason, report, state } = verification;
  const open = state === 'done' && outcome !== 'verified';
  return (
    <div className="stack">
      {reason !== undefined && outcome !== 'verified' && (
        <Notice
          tone={outcome === 'rejected' ? 'red' : 'amber'}
          title={
            outcome === 'rejected' ? i18n.t('ui.outcome.rejected') : i18n.t('ui.outcome.unsure')
          }
        >
          {message(`verification.${reason}`)}
        </Notice>
      )}
      {report !== undefined && (
        <>
          <p>{summaryWords(report)}</p>
          <PermissionTable kind={keyView.kind} report={report} />
        </>
      )}
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      {open && (
        <div className="actions">
          <Button
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
