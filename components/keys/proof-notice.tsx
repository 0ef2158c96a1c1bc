import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { PermissionTable } from './permission-report';
import { canEdit, reasonSentence } from './proof-words';

interface ProofNoticeProps {
  readonly keyView: KeyView;
  /** Nothing is more pressing about this key than what the proof found. */
  readonly isMain?: boolean;
}

/** What the proof with OpenAI found, once it said something: the sentence, the report, another try. */
export function ProofNotice({ keyView, isMain = false }: ProofNoticeProps) {
  const action = useAction();
  const { id, recipeId, verification } = keyView;
  const next = isMain ? nextOf(keyView) : undefined;
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
              look={next === 'edit' ? 'primary' : 'secondary'}
              first={next === 'edit'}
              busy={action.busy}
              onPress={() => void action.run(() => send('guide/edit', { itemId: id }))}
            >
              {i18n.t('ui.report.edit')}
            </Button>
          )}
          {next === 'replace' && recipeId !== undefined && (
            <Button
              look="primary"
              first
              busy={action.busy}
              onPress={() => void action.run(() => send('guide/start', { recipeId, replaces: id }))}
            >
              {i18n.t('ui.rotation.replace')}
            </Button>
          )}
          <Button
            look={next === 'again' ? 'primary' : open ? 'secondary' : 'plain'}
            first={next === 'again'}
            busy={action.busy}
            onPress={() => void action.run(() => send('verification/again', { itemId: id }))}
          >
            {i18n.t('ui.outcome.checkAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What mends a key that is not as needed. */
function nextOf(keyView: KeyView): 'edit' | 'replace' | 'again' {
  if (canEdit(keyView)) return 'edit';
  return keyView.recipeId === undefined ? 'again' : 'replace';
}
