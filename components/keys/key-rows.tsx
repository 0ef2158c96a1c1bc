import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { kindWords, message } from '../message';
import { Row } from '../ui/row';
import { KeyLine } from './key-line';
import { healthOf, stationsOf } from './stations';

interface KeyRowsProps {
  readonly keys: readonly KeyView[];
  readonly onOpen: (keyId: string) => void;
}

/** Keys as short rows, each with the line in small. */
export function KeyRows({ keys, onOpen }: KeyRowsProps) {
  return (
    <ul className="rows">
      {keys.map((key) => {
        const what = key.product ?? kindWords(key.kind);
        const health = message(`ui.health.${healthOf(key)}`);
        return (
          <Row
            key={key.id}
            title={<code>{key.redacted}</code>}
            detail={i18n.t('ui.key.recent', [what, health.toLowerCase()])}
            aside={
              <span aria-hidden="true">
                <KeyLine states={stationsOf(key)} small />
              </span>
            }
            onPress={() => onOpen(key.id)}
          />
        );
      })}
    </ul>
  );
}
