import type { ApiKey } from '@/lib/domain/api-key';
import type { Delivery, Receipt } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { PortalReport } from '@/lib/messaging/delivery-messages';
import type { Portal, Recipe } from '@/lib/recipes/recipe';
import type { Outbox } from './outbox';
import type { Route } from './route';

const PREFIX = 'portal:';

/** A recipe whose product has a form of its own. */
export type PortalRecipe = Recipe & { readonly portal: Portal };

/** The destination id of a recipe's own portal. */
export function portalId(recipe: Recipe): string {
  return `${PREFIX}${recipe.id}`;
}

/** The id of the recipe behind a portal's destination id; undefined for another kind of destination. */
export function portalRecipeId(destinationId: string): string | undefined {
  return destinationId.startsWith(PREFIX) ? destinationId.slice(PREFIX.length) : undefined;
}

/** True for a recipe whose product has a form of its own. */
export function hasPortal(recipe: Recipe): recipe is PortalRecipe {
  return recipe.portal !== undefined;
}

/** The host pattern of an origin: without a port, which browsers don't all take in one. */
export function patternOf(origin: string): string {
  return `https://${new URL(origin).hostname}/*`;
}

/** A recipe at the address that a person confirmed for it, in place of the product's own. */
export function atAddress(recipe: PortalRecipe, address: string | undefined): PortalRecipe {
  if (address === undefined || !recipe.portal.ownAddress) return recipe;
  return { ...recipe, portal: { ...recipe.portal, origin: address, start: `${address}/` } };
}

/** How long after a failed test the card in the product's page may fill in again, in milliseconds. */
const AGAIN = 15 * 60_000;

/**
 * Whether a press on the card in the product's page makes a failed delivery run again: after the
 * product's test failed there, and for a while only. Anything else takes a press in our own pages.
 */
export function mayFillAgain({ state, reason, updatedAt }: Delivery, now: number): boolean {
  return state === 'failed' && reason === 'product_test_failed' && now - updatedAt <= AGAIN;
}

/** Whether the form may be given the key now: while a person's send or try is under way. */
export function mayFill({ state }: Delivery): boolean {
  return state === 'sending' || state === 'sent';
}

/** The tabs in which portal deliveries go on. */
export interface PortalPages {
  /** Brings the product's page to the front, with our script in it. */
  open(delivery: Delivery, portal: Portal): Promise<void>;
  /** Whether the delivery's page is still there. Nothing is brought to the front. */
  isOpen(delivery: Delivery): Promise<boolean>;
}

/** The route through a product's own page: its script and the person do the rest. */
export function portalRoute({ portal }: PortalRecipe, pages: PortalPages): Route {
  return {
    origins: [patternOf(portal.origin)],
    async deliver(delivery) {
      await pages.open(delivery, portal);
      return 'handed-over';
    },
    isUnderWay: (delivery) => pages.isOpen(delivery),
    // A form can't be asked; its own test is the proof, and that comes as a report.
    confirm: () => Promise.resolve('absent'),
  };
}

/** What goes into the form for a key. */
export function portalText({ portal }: PortalRecipe, key: ApiKey): string {
  return portal.value.replace('{key}', () => key);
}

/** Carries a report of the portal's page into its delivery. */
export async function portalReported(
  outbox: Outbox,
  delivery: Delivery,
  recipe: PortalRecipe,
  report: PortalReport,
  now: number,
): Promise<void> {
  const { id } = delivery;
  switch (report) {
    case 'filled':
      await outbox.apply(id, { type: 'accepted', written: recipe.portal.field.names[0] });
      break;
    case 'testing':
      await outbox.apply(id, { type: 'confirming' });
      break;
    case 'passed':
      if (delivery.state !== 'confirming') throw new KeyferryError('not_allowed');
      // Most forms keep nothing before their last button is pressed.
      if (recipe.portal.finish) await outbox.apply(id, { type: 'tested' });
      else await outbox.confirm(id, portalReceipt(recipe, 'tested', now));
      break;
    case 'finished':
      if (delivery.tested) await outbox.confirm(id, portalReceipt(recipe, 'tested', now));
      break;
    case 'failed':
      await outbox.apply(id, { type: 'failed', reason: 'product_test_failed' });
      break;
    case 'unread':
      await outbox.apply(id, { type: 'must-wait', reason: 'product_test_unread' });
      break;
    case 'ready':
      // A page that was loaded anew in the middle of its test has forgotten the answer.
      if (delivery.state === 'confirming' && !delivery.tested) {
        await outbox.apply(id, { type: 'must-wait', reason: 'product_test_unread' });
      }
      break;
  }
}

/** The receipt of a portal fill. */
export function portalReceipt(
  { product, portal }: PortalRecipe,
  proof: Receipt['proof'],
  at: number,
): Receipt {
  return { reference: `${product} › ${portal.field.names[0] ?? ''}`, at, proof };
}
