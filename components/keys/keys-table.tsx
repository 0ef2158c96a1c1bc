import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { kindWords, message } from '../message';
import { KeyLine } from './key-line';
import { healthOf, stationsOf } from './stations';
import { dayWords } from './words';

/** Every saved key, with where it is and how it stands. */
export function KeysTable({ keys }: { readonly keys: readonly KeyView[] }) {
  if (keys.length === 0) {
    return (
      <div className="empty">
        <h2>{i18n.t('ui.keys.emptyTitle')}</h2>
        <p>{i18n.t('ui.keys.empty')}</p>
      </div>
    );
  }
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{i18n.t('ui.keys.key')}</th>
          <th scope="col">{i18n.t('ui.keys.kind')}</th>
          <th scope="col">{i18n.t('ui.keys.saved')}</th>
          <th scope="col">{i18n.t('ui.keys.where')}</th>
          <th scope="col">{i18n.t('ui.keys.state')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const health = healthOf(key);
          return (
            <tr key={key.id}>
              <th scope="row">
                <a href={`#keys/${encodeURIComponent(key.id)}`}>
                  <code>{key.redacted}</code>
                </a>
                <span className="quiet">{key.product ?? key.name ?? ''}</span>
              </th>
              <td>{kindWords(key.kind)}</td>
              <td>{dayWords(key.createdAt)}</td>
              <td>{placesOf(key) || i18n.t('ui.keys.nowhere')}</td>
              <td>
                <KeyLine states={stationsOf(key)} small />
                <span className="health" data-health={health}>
                  {message(`ui.health.${health}`)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function placesOf(key: KeyView): string {
  const confirmed = key.deliveries.filter(({ state }) => state === 'confirmed');
  return [...new Set(confirmed.map(({ label }) => label || i18n.t('ui.key.removedPlace')))].join(
    ', ',
  );
}
