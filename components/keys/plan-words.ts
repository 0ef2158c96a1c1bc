import { i18n } from '#i18n';
import type { DeliveryPlan, Plan } from '@/lib/domain/delivery';
import type { DestinationView } from '@/lib/domain/views';
import { message } from '../message';
import { agoWords } from './words';

/** What a delivery would do, in a sentence or two; nothing for a product's own form. */
export function planWords(
  { plan, name = '' }: DeliveryPlan,
  { adapter }: Pick<DestinationView, 'adapter'>,
): string {
  if (!plan) return '';
  // These two can't be asked what is there.
  if (adapter === 'file' || adapter === 'webhook') return i18n.t('ui.plan.named', [name]);
  const says = message(`ui.plan.${plan.action}`, [name]);
  return [says, plan.action === 'nothing' ? '' : writtenWords(plan)].filter(Boolean).join(' ');
}

/** Who wrote last what is there, and when, as far as the destination tells. */
export function writtenWords({ at, by }: Plan): string {
  if (at === undefined) return '';
  return by === undefined
    ? i18n.t('ui.plan.written', [agoWords(at)])
    : i18n.t('ui.plan.writtenBy', [agoWords(at), by]);
}
