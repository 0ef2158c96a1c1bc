import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform, type Platform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useAction } from '../use-action';
import { CheckLine } from './check-line';
import { exportLog } from './export';
import { LogRows } from './log-rows';
import { useLog } from './use-log';
import { countWords, daysOf, fullDay, type LogCheck } from './words';

const PAGE = 50;

/** What happened, newest first, by days: all of it, or what happened to one key. */
export function ActivityPage({ itemId }: { readonly itemId?: string | undefined }) {
  const { save } = usePlatform();
  const log = useLog(itemId, PAGE);
  const { check, error } = useCheck();
  const older = useAction();
  const saving = useAction();
  const redacted = log.entries?.find(({ entry }) => entry?.redacted)?.entry?.redacted;
  return (
    <>
      <h1>{i18n.t('ui.nav.activity')}</h1>
      <p className="quiet">{i18n.t('ui.activity.lead')}</p>
      <CheckLine check={check} error={error} />
      {itemId !== undefined && (
        <p className="log-filter">
          {i18n.t('ui.activity.only')} <code>{redacted}</code>
          <a href={`#keys/${encodeURIComponent(itemId)}`}>{i18n.t('ui.activity.toKey')}</a>
          <a href="#activity">{i18n.t('ui.activity.all')}</a>
        </p>
      )}
      {log.entries ? (
        <Days log={log.entries} check={check} oneKey={itemId !== undefined} />
      ) : (
        <NotYet error={log.error} onRetry={log.reload} />
      )}
      {log.entries && log.error !== undefined && <Failed error={log.error} />}
      {saving.error !== undefined && <Failed error={saving.error} />}
      {log.entries && log.entries.length > 0 && (
        <div className="actions log-actions">
          {log.more && (
            <Button busy={older.busy} onPress={() => void older.run(log.loadOlder)}>
              {i18n.t('ui.activity.older')}
            </Button>
          )}
          <Button
            look="plain"
            busy={saving.busy}
            onPress={() => void saving.run(() => saveLog(itemId, save))}
          >
            {i18n.t('ui.activity.export')}
          </Button>
          <span className="quiet">
            {i18n.t('ui.activity.shown', [countWords(log.entries.length), countWords(log.total)])}
          </span>
        </div>
      )}
    </>
  );
}

interface DaysProps {
  readonly log: NonNullable<ReturnType<typeof useLog>['entries']>;
  readonly check: LogCheck | undefined;
  readonly oneKey: boolean;
}

function Days({ log, check, oneKey }: DaysProps) {
  if (log.length === 0) {
    return (
      <div className="empty">
        <h2>{i18n.t('ui.activity.emptyTitle')}</h2>
        <p>{oneKey ? i18n.t('ui.activity.emptyKey') : i18n.t('ui.activity.empty')}</p>
      </div>
    );
  }
  return daysOf(log).map(({ at, entries }) => (
    <section key={entries[0]?.seq} className="log-day">
      {at !== undefined && <h2 className="section-title">{fullDay(at)}</h2>}
      <LogRows entries={entries} check={check} oneKey={oneKey} />
    </section>
  ));
}

function NotYet({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  if (error === undefined) return <Skeleton />;
  return (
    <section className="stack">
      <Failed error={error} />
      <div className="actions">
        <Button look="primary" first onPress={onRetry}>
          {i18n.t('ui.tryAgain')}
        </Button>
      </div>
    </section>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  return (
    <Notice tone="red" alert>
      {describeError(error)}
    </Notice>
  );
}

function useCheck(): { readonly check?: LogCheck; readonly error?: unknown } {
  const [answer, setAnswer] = useState<{ check?: LogCheck; error?: unknown }>({});
  useEffect(() => {
    let isThere = true;
    send('activity/check', {}).then(
      (check) => isThere && setAnswer({ check }),
      (error: unknown) => isThere && setAnswer({ error }),
    );
    return () => {
      isThere = false;
    };
  }, []);
  return answer;
}

async function saveLog(itemId: string | undefined, save: Platform['save']): Promise<void> {
  const now = Date.now();
  const file = new TextEncoder().encode(await exportLog(itemId, now));
  save(file, `keyferry-activity-${new Date(now).toISOString().slice(0, 10)}.json`);
}
