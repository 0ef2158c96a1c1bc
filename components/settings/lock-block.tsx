import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { IDLE_MINUTES, MOST_HOURS, type LockSettings } from '@/lib/domain/locking';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { useAction } from '../use-action';
import { Block } from './block';
import type { BlockState } from './block-state';

/** When the vault locks. */
export function LockBlock({ state: { locking } }: BlockState) {
  const { hearsLock, openShortcuts } = usePlatform();
  const saving = useAction();
  const { run, busy } = useAction();
  const change = (part: Partial<LockSettings>) =>
    void saving.run(() => send('vault/locking', { ...locking, ...part }));

  return (
    <Block
      name="lock"
      title={i18n.t('ui.settings.lock.title')}
      lead={i18n.t('ui.settings.lock.lead')}
    >
      <div className="settings-pair">
        <Select
          label={i18n.t('ui.settings.lock.idle')}
          value={String(locking.idleMinutes)}
          options={IDLE_MINUTES.map((each) => [
            String(each),
            i18n.t('ui.settings.lock.minutes', each),
          ])}
          onChange={(value) => {
            const idleMinutes = IDLE_MINUTES.find((each) => String(each) === value);
            if (idleMinutes) change({ idleMinutes });
          }}
        />
        <Select
          label={i18n.t('ui.settings.lock.most')}
          value={String(locking.mostHours)}
          options={MOST_HOURS.map((each) => [String(each), hoursWords(each)])}
          onChange={(value) => {
            const mostHours = MOST_HOURS.find((each) => String(each) === value);
            if (mostHours) change({ mostHours });
          }}
        />
      </div>
      <Check
        label={i18n.t('ui.settings.lock.computer')}
        detail={i18n.t(hearsLock ? 'ui.settings.lock.hears' : 'ui.settings.lock.deaf')}
        checked={locking.withComputer}
        onChange={(withComputer) => change({ withComputer })}
      />
      {saving.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(saving.error)}
        </Notice>
      )}
      <p className="quiet">{i18n.t('ui.settings.lock.running')}</p>
      <div className="actions">
        <Button busy={busy} onPress={() => void run(() => send('vault/lock', {}))}>
          {i18n.t('ui.settings.lock.now')}
        </Button>
        <Button look="plain" onPress={openShortcuts}>
          {i18n.t('ui.settings.lock.changeKeys')}
        </Button>
        <span className="quiet">
          <Shortcut />
        </span>
      </div>
    </Block>
  );
}

function hoursWords(hours: LockSettings['mostHours']): string {
  const last = MOST_HOURS.at(-1);
  return hours === last
    ? i18n.t('ui.settings.lock.browser')
    : i18n.t('ui.settings.lock.hours', hours);
}

function Shortcut() {
  const { shortcut } = usePlatform();
  const [keys, setKeys] = useState<string>();
  useEffect(() => {
    void shortcut().then(setKeys);
  }, [shortcut]);
  if (keys === undefined) return null;
  return keys === '' ? i18n.t('ui.settings.lock.noKeys') : i18n.t('ui.settings.lock.keys', [keys]);
}
