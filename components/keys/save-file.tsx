import { i18n } from '#i18n';
import { PRACTICE_FILE, PRACTICE_PLACE } from '@/lib/domain/practice';
import type { DeliveryView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

interface SaveFileProps {
  readonly delivery: DeliveryView;
  /** The file holds the key as it is. */
  readonly isPlain: boolean;
}

/** A delivery that is a file: the person's press saves it. */
export function SaveFile({ delivery, isPlain }: SaveFileProps) {
  const action = useAction();
  const isPractice = delivery.destinationId === PRACTICE_PLACE;
  const save = async () => {
    const { name, text } = await send('delivery/file', { deliveryId: delivery.id });
    download(name, text);
    await send('delivery/saved', { deliveryId: delivery.id });
  };
  return (
    <div className="stack">
      <Notice
        tone={isPlain ? 'amber' : 'plain'}
        title={isPractice ? delivery.label : i18n.t('ui.file.title', [delivery.label])}
      >
        <p>
          {isPractice
            ? i18n.t('ui.practice.opens', [PRACTICE_FILE.passphrase, PRACTICE_FILE.name])
            : isPlain
              ? i18n.t('ui.file.plain')
              : i18n.t('ui.file.sealed')}
        </p>
      </Notice>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" first busy={action.busy} onPress={() => void action.run(save)}>
          {isPlain ? i18n.t('ui.file.savePlain') : i18n.t('ui.file.save')}
        </Button>
      </div>
    </div>
  );
}

/** The browser keeps the address of a download in its history, so the address says nothing of the file. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
