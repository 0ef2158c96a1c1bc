import { i18n } from '#i18n';

/** What stands in for a view until it is there; it appears only after 200 ms. */
export function Skeleton() {
  return (
    <output className="skeleton">
      <span className="hidden">{i18n.t('ui.loading')}</span>
      <span className="skeleton-bar" />
      <span className="skeleton-bar" />
      <span className="skeleton-bar" />
    </output>
  );
}
