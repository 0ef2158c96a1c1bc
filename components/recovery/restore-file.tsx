import { useId, useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { BackupContents } from '@/lib/domain/backup';
import { KeyferryError } from '@/lib/domain/errors';
import { readRecoveryCode } from '@/lib/domain/recovery-code';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/** Ten thousand keys take less than a third of it. */
const LARGEST = 32 * 1024 * 1024;

interface RestoreFileProps {
  readonly onRead: (contents: BackupContents) => void;
}

/** Asks for the file of a kit and its code, and reads it. Nothing is changed by that. */
export function RestoreFile({ onRead }: RestoreFileProps) {
  const fileId = useId();
  const { backupFiles } = usePlatform();
  const action = useAction();
  const [file, setFile] = useState<File>();
  const [text, setText] = useState('');
  const [pressed, setPressed] = useState(false);
  const reading = readRecoveryCode(text);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!file || reading.state !== 'code') return;
    void action.run(async () => {
      if (file.size > LARGEST) throw new KeyferryError('backup_foreign');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const contents = await backupFiles.read(bytes, reading.code);
      setText('');
      onRead(contents);
    });
  };

  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <h1>{i18n.t('ui.restore.title')}</h1>
        <p className="quiet">{i18n.t('ui.restore.lead')}</p>
      </div>
      <div className="field">
        <div className="actions">
          <label className="button button-secondary file" htmlFor={fileId}>
            {i18n.t('ui.restore.file')}
            <input
              id={fileId}
              type="file"
              accept=".age"
              aria-describedby={`${fileId}-name`}
              onChange={({ target }) => setFile(target.files?.[0])}
            />
          </label>
          <span id={`${fileId}-name`}>{file?.name}</span>
        </div>
        {pressed && !file && (
          <p className="field-error" role="alert">
            {i18n.t('ui.restore.noFile')}
          </p>
        )}
      </div>
      <Field
        label={i18n.t('ui.restore.code')}
        value={text}
        onChange={setText}
        secret
        revealable
        mono
        hint={i18n.t('ui.restore.codeHint')}
        reason={codeProblem(text)}
        asked={pressed}
      />
      {action.error !== undefined && (
        <Notice tone="red" title={i18n.t('ui.restore.nothing')} alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.restore.readIt')}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong with a code as it was typed, which its check symbol tells without the file. */
function codeProblem(text: string): string | undefined {
  const reading = readRecoveryCode(text);
  switch (reading.state) {
    case 'code':
      return undefined;
    case 'mistyped':
      return i18n.t('ui.restore.mistyped');
    case 'length':
      return reading.missing > 0
        ? i18n.t('ui.restore.short', reading.missing)
        : i18n.t('ui.restore.long', -reading.missing);
  }
}
