import { i18n } from '#i18n';
import type { AdapterId } from '@/lib/domain/naming';
import { message } from '../message';
import { Row } from '../ui/row';
import { KINDS } from './forms/all';

/** What kind of place to add. */
export function DestinationKinds({ onChoose }: { readonly onChoose: (kind: AdapterId) => void }) {
  return (
    <section className="kinds">
      <h2>{i18n.t('ui.form.add')}</h2>
      <ul className="card rows">
        {KINDS.map((kind) => (
          <Row
            key={kind}
            title={message(`ui.placeKind.${kind}`)}
            detail={message(`ui.placeWhat.${kind}`)}
            onPress={() => onChoose(kind)}
          />
        ))}
      </ul>
    </section>
  );
}
