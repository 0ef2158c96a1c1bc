import { i18n } from '#i18n';
import { momentWords } from '../keys/words';
import { Notice } from '../ui/notice';
import type { TestState } from './connection-test';

/** How the test of a connection stands, read out as it changes. */
export function TestResult({ state }: { readonly state: TestState }) {
  return (
    <div aria-live="polite">
      {state.name === 'testing' && <p className="quiet">{i18n.t('ui.form.testing')}</p>}
      {state.name === 'passed' && (
        <Notice tone="good">
          <p>{i18n.t('ui.form.passed')}</p>
          {state.endsAt !== undefined && (
            <p>{i18n.t('ui.form.ends', [momentWords(state.endsAt)])}</p>
          )}
        </Notice>
      )}
      {state.name === 'failed' && (
        <Notice tone="red" title={i18n.t('ui.form.notPassed')}>
          {state.why}
        </Notice>
      )}
    </div>
  );
}
