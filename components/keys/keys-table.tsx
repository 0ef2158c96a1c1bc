import { i18n } from '#i18n';
import { healthsOf, KEY_HEALTHS, type KeyHealth } from '@/lib/domain/key-health';
import type { KeyView } from '@/lib/domain/views';
import { kindWords, message } from '../message';
import { verifiedAt } from './key-export';
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
          <th scope="col">{i18n.t('ui.record.verified')}</th>
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
            <td>{verified(key)}</td>
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

function verified(key: KeyView): string {
  const at = verifiedAt(key);
  return at === undefined ? i18n.t('ui.record.never') : dayWords(at);
}

/** What the other columns of a row do not say. */
const URGENT: readonly KeyHealth[] = ['broken', 'expired', 'expiring'];

/** How a key stands, in sentences; none for one that is damaged, of which little is known. */
export function healthWords(
  key: KeyView,
  among: readonly KeyHealth[] = KEY_HEALTHS,
): readonly string[] {
  if (key.damage) return [];
  const { deliveries, expiresAt, verification } = key;
  return healthsOf({ deliveries, expiresAt, proof: verification }, Date.now())
    .filter((each) => among.includes(each))
    .map((each) => message(`ui.keyHealth.${each}`));
}

function State({ keyView }: { readonly keyView: KeyView }) {
  const health = healthOf(keyView);
  const urgent = healthWords(keyView, URGENT)[0];
  return (
    <>
      <KeyLine states={stationsOf(keyView)} small />
      <span className="health" data-health={health}>
        {message(`ui.health.${health}`)}
      </span>
      {urgent && <span className="quiet">{urgent}</span>}
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
