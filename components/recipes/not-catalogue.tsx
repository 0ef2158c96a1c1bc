import { i18n } from '#i18n';
import { Icon } from '../ui/icon';

/** The mark of a recipe that nobody of us has checked, and of what is made with it. */
export function NotCatalogue() {
  return (
    <span className="badge">
      <Icon name="info" />
      {i18n.t('ui.recipe.notCatalogue')}
    </span>
  );
}
