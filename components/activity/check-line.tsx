import { i18n } from '#i18n';
import { describeError } from '../message';
import { dayWords } from '../keys/words';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { beginsLate, countWords, problemWords, type LogCheck } from './words';

interface CheckLineProps {
  readonly check?: LogCheck | undefined;
  readonly error?: unknown;
}

/** Whether the log is what was written, in a line; what is wrong with it, by name. */
export function CheckLine({ check, error }: CheckLineProps) {
  if (error !== undefined) {
    return (
      <Notice tone="amber" title={i18n.t('ui.activity.notChecked')}>
        {describeError(error)}
      </Notice>
    );
  }
  if (!check) return <p className="quiet log-check">{i18n.t('ui.activity.checking')}</p>;
  const { problems, broken, begunAt, gone } = check;
  return (
    <>
      {problems.length === 0 && (
        <output className="log-check">
          <Icon name="check" />
          {i18n.t('ui.activity.whole')}
        </output>
      )}
      {problems.length > 0 && (
        <Notice tone="red" title={i18n.t('ui.activity.changed')} alert>
          <ul>
            {problems.map((each) => (
              <li key={`${each.kind} ${each.from}`}>{problemWords(each)}</li>
            ))}
          </ul>
          <p>{i18n.t('ui.activity.advice')}</p>
        </Notice>
      )}
      {broken && (
        <Notice tone="amber" title={i18n.t('ui.activity.broken', [dayWords(broken.at)])}>
          <ul>
            {[...new Set(broken.problems.map(problemWords))].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>{i18n.t('ui.activity.brokenUpTo', [countWords(broken.upTo)])}</p>
        </Notice>
      )}
      {beginsLate(check) && (
        <Notice tone="amber">
          {i18n.t('ui.activity.late', [dayWords(begunAt), dayWords(check.vaultCreatedAt)])}
        </Notice>
      )}
      {gone > 0 && <p className="quiet">{i18n.t('ui.activity.gone', [countWords(gone)])}</p>}
    </>
  );
}
