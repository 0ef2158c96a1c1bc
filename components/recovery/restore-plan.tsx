import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { BackupContents, Restored, RestorePlan as Plan } from '@/lib/domain/backup';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { dayWords } from '../keys/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useAction } from '../use-action';

interface RestorePlanProps {
  readonly contents: BackupContents;
  /** What was read is no longer needed. */
  readonly onForget: () => void;
}

/** What a backup would bring to this vault, the decision about it, and what it brought. */
export function RestorePlan({ contents, onForget }: RestorePlanProps) {
  const compare = useAction();
  const restore = useAction();
  const [plan, setPlan] = useState<Plan>();
  const [overwrite, setOverwrite] = useState<readonly string[]>([]);
  const [done, setDone] = useState<Restored>();
  const { run } = compare;

  useEffect(() => {
    void run(async () => setPlan(await send('backup/compare', { contents })));
  }, [run, contents]);

  const start = () =>
    void restore.run(async () => {
      const chosen = overwrite.length > 0 ? { overwrite: [...overwrite] } : {};
      setDone(await send('backup/restore', { contents, ...chosen }));
    });
  const turn = (id: string) =>
    setOverwrite((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));

  if (done) {
    return (
      <section className="stack">
        <h1>{i18n.t('ui.restore.title')}</h1>
        <Notice tone="good" title={i18n.t('ui.restore.done')}>
          <Counts counts={done} />
        </Notice>
        <a href="#keys" onClick={onForget}>
          {i18n.t('ui.restore.toKeys')}
        </a>
      </section>
    );
  }
  const error = restore.error ?? compare.error;
  if (!plan && error === undefined) return <Skeleton />;
  return (
    <section className="stack">
      <h1>{i18n.t('ui.restore.title')}</h1>
      {plan && (
        <>
          <p>{i18n.t('ui.restore.brings', [dayWords(plan.madeAt)])}</p>
          <Counts counts={plan} known={plan.known} />
          {plan.differing.length > 0 && (
            <fieldset className="choice">
              <legend>{i18n.t('ui.restore.differs')}</legend>
              {plan.differing.map(({ id, label }) => (
                <label key={id} className="choice-option">
                  <input
                    type="checkbox"
                    checked={overwrite.includes(id)}
                    onChange={() => turn(id)}
                  />
                  <span>{i18n.t('ui.restore.take', [label])}</span>
                </label>
              ))}
            </fieldset>
          )}
        </>
      )}
      {error !== undefined && (
        <Notice tone="red" alert>
          {describeError(error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" first busy={restore.busy} disabled={!plan} onPress={start}>
          {i18n.t('ui.restore.restore')}
        </Button>
        <Button look="plain" onPress={onForget}>
          {i18n.t('ui.restore.other')}
        </Button>
      </div>
    </section>
  );
}

interface CountsProps {
  readonly counts: Restored;
  readonly known?: number;
}

function Counts({ counts, known = 0 }: CountsProps) {
  const { keys, destinations, recipes, unreadable } = counts;
  return (
    <ul className="restore-counts">
      <li>{i18n.t('ui.restore.keys', keys)}</li>
      {destinations > 0 && <li>{i18n.t('ui.restore.destinations', destinations)}</li>}
      {recipes > 0 && <li>{i18n.t('ui.restore.recipes', recipes)}</li>}
      {known > 0 && <li>{i18n.t('ui.restore.known', known)}</li>}
      {unreadable > 0 && <li>{i18n.t('ui.restore.unreadable', unreadable)}</li>}
    </ul>
  );
}
