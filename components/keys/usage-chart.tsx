import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { sumsOf, type RecentUsage, type UsageAnswer } from '@/lib/domain/recent-usage';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { language } from '../language';
import { message } from '../message';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { scopeWords } from './report-rows';
import { barsOf, CHART } from './usage-bars';

const USAGE = 'api.usage.read';

/** What the organization of a usage key spent lately, so that the person sees that it is theirs. */
export function UsageProof({ keyView }: { readonly keyView: KeyView }) {
  const id = useId();
  const action = useAction();
  const [answer, setAnswer] = useState<UsageAnswer>();
  if (!keyView.verification?.report?.granted.includes(USAGE)) return null;
  const show = async () => setAnswer(await send('verification/usage', { itemId: keyView.id }));
  return (
    <section className="usage stack" aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {i18n.t('ui.check.usage.title')}
      </h2>
      <div className="stack" aria-live="polite">
        <p className="quiet">{i18n.t('ui.check.usage.lead')}</p>
        {answer && 'failed' in answer && (
          <Notice tone="amber" title={i18n.t('ui.check.usage.failed')}>
            {message(`verification.${answer.failed}`, scopeWords(keyView.kind, USAGE))}
          </Notice>
        )}
        {answer && 'days' in answer && <Usage usage={answer} />}
      </div>
      <ActionError error={action.error} />
      <div className="actions">
        <Button busy={action.busy} onPress={() => void action.run(show)}>
          {i18n.t(answer ? 'ui.check.usage.again' : 'ui.check.usage.show')}
        </Button>
      </div>
    </section>
  );
}

function Usage({ usage }: { readonly usage: RecentUsage }) {
  const { cost, requests = 0 } = sumsOf(usage);
  if (cost === 0 && requests === 0) return <p>{i18n.t('ui.check.usage.empty')}</p>;
  return (
    <div className="stack">
      <p>{sumWords(usage)}</p>
      <Bars usage={usage} />
      <Days usage={usage} />
    </div>
  );
}

function sumWords(usage: RecentUsage): string {
  const { cost, requests } = sumsOf(usage);
  const spent = moneyWords(cost, usage.currency);
  return requests === undefined
    ? i18n.t('ui.check.usage.spent', [spent])
    : i18n.t('ui.check.usage.both', [spent, numberWords(requests)]);
}

function Bars({ usage }: { readonly usage: RecentUsage }) {
  const [first, last] = [usage.days[0]?.at, usage.days.at(-1)?.at];
  const { width, height } = CHART;
  return (
    // The table says the same to those who don't see the drawing.
    <figure className="usage-chart" aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height + 1}`}>
        {barsOf(usage).map((bar) => (
          <rect key={bar.at} x={bar.x} y={bar.y} width={bar.width} height={bar.height} rx="2" />
        ))}
        <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} />
      </svg>
      <figcaption>
        <span>{first !== undefined && dayOf(first)}</span>
        <span>{last !== undefined && dayOf(last)}</span>
      </figcaption>
    </figure>
  );
}

function Days({ usage: { days, currency } }: { readonly usage: RecentUsage }) {
  return (
    <details className="report">
      <summary>{i18n.t('ui.check.usage.byDay')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n.t('ui.check.usage.day')}</th>
            <th scope="col">{i18n.t('ui.check.usage.cost')}</th>
            <th scope="col">{i18n.t('ui.check.usage.requests')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ at, cost, requests }) => (
            <tr key={at}>
              <th scope="row">{dayOf(at)}</th>
              <td>{moneyWords(cost, currency)}</td>
              <td>
                {requests === undefined ? i18n.t('ui.report.unknown') : numberWords(requests)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** OpenAI's days begin and end in UTC. */
function dayOf(at: number): string {
  const format = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language(), format).format(at);
}

function moneyWords(amount: number, currency = 'USD'): string {
  return new Intl.NumberFormat(language(), { style: 'currency', currency }).format(amount);
}

function numberWords(count: number): string {
  return new Intl.NumberFormat(language()).format(count);
}
