import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import type { MessageAnswer } from '@/lib/messaging/protocol';
import { message } from '../message';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { useAnswer } from '../use-answer';

/** Keys that broke since somebody last looked at them: one notice for each cause. */
export function BrokenKeys({ broken }: Pick<AppState, 'broken'>) {
  return broken.map(({ cause, itemIds }) => (
    <Notice
      key={cause}
      tone="red"
      title={i18n.t('ui.check.broke.title', [String(itemIds.length)])}
      alert
    >
      <p>{message(`ui.check.broke.${cause}`)}</p>
      <ul>
        {itemIds.map((id) => (
          <li key={id}>
            <KeyLink itemId={id} />
          </li>
        ))}
      </ul>
    </Notice>
  ));
}

function KeyLink({ itemId }: { readonly itemId: string }) {
  const { answer } = useAnswer('key/view', { itemId });
  if (!answer) return null;
  return (
    <a href={`#keys/${encodeURIComponent(itemId)}`}>
      {[answer.product ?? answer.name, answer.redacted].filter(Boolean).join(' · ')}
    </a>
  );
}

/** Checks every key with OpenAI, and says before how much that asks. */
export function CheckAll({ beingChecked }: Pick<AppState, 'beingChecked'>) {
  const action = useAction();
  const answer = useAllQuestions();
  if (!answer) return <div className="room" />;
  if (answer.keys === 0) return null;
  return (
    <div className="stack">
      <div className="actions">
        <Button
          busy={action.busy}
          disabled={beingChecked > 0}
          onPress={() => void action.run(() => send('verification/all', {}))}
        >
          {i18n.t('ui.check.all')}
        </Button>
        <span className="quiet" aria-live="polite">
          {beingChecked > 0
            ? i18n.t('ui.check.running', beingChecked)
            : i18n.t('ui.check.allNote', answer.keys, [
                String(answer.keys),
                String(answer.questions),
              ])}
        </span>
      </div>
      <ActionError error={action.error} />
    </div>
  );
}

/** Asked once and not anew with everything that changes: it takes a look at every key. */
function useAllQuestions() {
  const [answer, setAnswer] = useState<MessageAnswer<'verification/all-questions'>>();
  useEffect(() => {
    let isLatest = true;
    void send('verification/all-questions', {}).then(
      (each) => isLatest && setAnswer(each),
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, []);
  return answer;
}
