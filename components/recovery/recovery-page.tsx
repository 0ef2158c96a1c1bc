import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import { backupName } from '@/lib/domain/backup';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { fieldError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { KitMade } from './kit-made';
import type { Kit } from './kit-sheet';
import { lastBackup } from './last-backup';

interface RecoveryPageProps {
  readonly state: AppState;
  /** Of a vault whose database does not open: what is readable of it. */
  readonly rescue?: boolean;
}

/** Makes a recovery kit: a file, and the code that opens it. */
export function RecoveryPage({ state, rescue = false }: RecoveryPageProps) {
  const { backupFiles } = usePlatform();
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const [kit, setKit] = useState<Kit>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(passphrase === '');
    if (passphrase === '') return;
    void action.run(async () => {
      const { contents, code } = await send(rescue ? 'backup/rescue' : 'backup/make', {
        passphrase,
      });
      // From here on the page holds the sealed file only, and the code that the person is to see.
      const file = await backupFiles.write(contents, code);
      const { madeAt, unreadable } = contents;
      setPassphrase('');
      setKit({ file, code, madeAt, unreadable, name: backupName(new Date(madeAt)) });
    });
  };

  if (kit) return <KitMade kit={kit} rescued={rescue} />;
  const error = fieldError(missing && i18n.t('ui.unlock.empty'), action.error);
  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <h1>{rescue ? i18n.t('ui.damage.export') : i18n.t('ui.recovery.title')}</h1>
        <p className="quiet">{i18n.t('ui.recovery.lead')}</p>
      </div>
      {!rescue && <p>{lastBackup(state.backup)}</p>}
      {state.backup?.damaged && <Notice tone="amber">{i18n.t('ui.recovery.damaged')}</Notice>}
      <Field
        label={i18n.t('ui.unlock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        secret
        first
        hint={i18n.t('ui.recovery.why')}
        error={error}
      />
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.recovery.make')}
        </Button>
      </div>
    </form>
  );
}
