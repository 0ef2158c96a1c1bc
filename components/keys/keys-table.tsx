import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { kindWords, message } from '../message';
import { KeyLine } from './key-line';
import { healthOf, stationsOf } from './stations';
import { dayWords } from './words';

/** Keys, each with where it is and how it stands; one that is damaged says so in its row. */
export function KeysTable({ keys }: { readonly keys: readonly KeyView[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{i18n.t('ui.keys.key')}</th>
          <th scope="col">{i18n.t('ui.keys.kind')}</th>
          <th scope="col">{i18n.t('ui.record.project')}</th>
          <th scope="col">{i18n.t('ui.keys.saved')}</th>
          <th scope="col">{i18n.t('ui.record.expires')}</th>
          <th scope="col">{i18n.t('ui.keys.where')}</th>
          <th scope="col">{i18n.t('ui.keys.state')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              <a href={`#keys/${encodeURIComponent(key.id)}`}>
                <code>{key.redacted}</code>
              </a>
              <span className="quiet">{key.product ?? key.name ?? ''}</span>
              <Tags tags={key.tags} />
            </th>
            <td>
              {kindWords(key.kind)}
              {key.permission && (
                <span className="quiet">{message(`ui.permission.${key.permission}`)}</span>
              )}
            </td>
            <td>{key.project ?? ''}</td>
            <td>{dayWords(key.createdAt)}</td>
            <td>
              {key.expiresAt === undefined ? (key.expiration ?? '') : dayWords(key.expiresAt)}
            </td>
            <td>{placesOf(key) || i18n.t('ui.keys.nowhere')}</td>
            <td>{key.damage ? <Damaged damage={key.damage} /> : <State keyView={key} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The owner's own words for a key. */
export function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className="tags" aria-label={i18n.t('ui.record.tags')}>
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}

function State({ keyView }: { readonly keyView: KeyView }) {
  const health = healthOf(keyView);
  return (
    <>
      <KeyLine states={stationsOf(keyView)} small />
      <span className="health" data-health={health}>
        {message(`ui.health.${health}`)}
      </span>
    </>
  );
}

function Damaged({ damage }: { readonly damage: NonNullable<KeyView['damage']> }) {
  return (
    <span className="health" data-health={damage === 'older' ? 'attention' : 'failed'}>
      {message(`ui.damage.short.${damage}`)}
    </span>
  );
}

function placesOf(key: KeyView): string {
  const confirmed = key.deliveries.filter(({ state }) => state === 'confirmed');
  return [...new Set(confirmed.map(({ label }) => label || i18n.t('ui.key.removedPlace')))].join(
    ', ',
  );
}
