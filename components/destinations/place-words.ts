import { i18n } from '#i18n';
import type { DestinationView } from '@/lib/domain/views';
import { hostsOf, message } from '../message';

/** What kind of place a destination is, and for a form that is not the product's usual one its host. */
export function placeWords({ adapter, fromCatalogue, home, origins }: DestinationView): string {
  if (adapter !== 'portal') return message(`ui.placeKind.${adapter}`);
  // A form that is not from the catalogue is told by its host: its product's name proves nothing.
  return fromCatalogue && home === undefined
    ? i18n.t('ui.send.portal')
    : i18n.t('ui.send.portalAt', [hostsOf(origins)]);
}
