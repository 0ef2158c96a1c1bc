import { i18n } from '#i18n';
import type { AppState, KeyView } from '@/lib/domain/views';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { useAnswer } from '../use-answer';

interface QuestionsProps {
  readonly keyView: KeyView;
  readonly checking: AppState['checking'];
}

/** How many requests a check sends to OpenAI, and which: told before any is sent. */
export function Questions({ keyView, checking }: QuestionsProps) {
  const platform = usePlatform();
  const { answer } = useAnswer('verification/questions', { itemId: keyView.id });
  if (!answer) return <div className="room-line" />;
  if (answer.length === 0) return null;
  return (
    <details className="report questions">
      <summary>{i18n.t('ui.check.questions', answer.length)}</summary>
      <p>{i18n.t('ui.check.free')}</p>
      {checking.getOnly && <p>{i18n.t('ui.check.getOnlyNow')}</p>}
      <ul>
        {answer.map(({ method, path }) => (
          <li key={`${method} ${path}`}>
            <code>
              {method} {path}
            </code>
          </li>
        ))}
      </ul>
      <Button look="plain" onPress={() => platform.openApp('#settings/checking')}>
        {i18n.t('ui.check.choose')}
      </Button>
    </details>
  );
}
