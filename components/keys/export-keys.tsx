import { useState } from 'react';
import { i18n } from '#i18n';
import { usePlatform } from '../platform';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { useAction } from '../use-action';
import { saveKeys, type ExportedList, type ExportFormat } from './key-export';

/** Saves the listed keys as a file for other programs. */
export function ExportKeys({ list }: { readonly list: ExportedList }) {
  const { save } = usePlatform();
  const action = useAction();
  const [far, setFar] = useState<string>();
  const write = async (format: ExportFormat) => {
    const { name, count } = await saveKeys(list, format, save, (done, total) => {
      if (done < total) setFar(i18n.t('ui.keyExport.far', [String(done), String(total)]));
    });
    setFar(i18n.t('ui.keyExport.done', count, [String(count), name]));
  };
  const press = (format: ExportFormat) => void action.run(() => write(format));
  return (
    <div className="stack">
      <div className="actions">
        <Button busy={action.busy} onPress={() => press('csv')}>
          {i18n.t('ui.keyExport.csv')}
        </Button>
        <Button busy={action.busy} onPress={() => press('json')}>
          {i18n.t('ui.keyExport.json')}
        </Button>
        <span className="quiet" aria-live="polite">
          {far ?? i18n.t('ui.keyExport.note')}
        </span>
      </div>
      <ActionError error={action.error} />
    </div>
  );
}
