import { i18n } from '#i18n';
import { LogRows } from './log-rows';
import { useLog } from './use-log';

const FEW = 5;

/** The last few things that happened to a key. Nothing while there are none. */
export function KeyActivity({ itemId }: { readonly itemId: string }) {
  const { entries = [], more } = useLog(itemId, FEW);
  if (entries.length === 0) return null;
  return (
    <section className="app-key log-key">
      <h2 className="section-title">{i18n.t('ui.nav.activity')}</h2>
      <LogRows entries={entries.slice(0, FEW)} oneKey dated />
      {more && (
        <a href={`#activity/${encodeURIComponent(itemId)}`}>{i18n.t('ui.activity.allOfKey')}</a>
      )}
    </section>
  );
}
