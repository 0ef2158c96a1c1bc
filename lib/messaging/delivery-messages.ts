import * as z from 'zod/mini';
import type { PortalBrief } from './briefs';
import type { DeliveryPlan, UndoPlan } from '@/lib/domain/delivery';
import { id, nothing, ours } from './parts';

/** How far a portal's page has come, as its script reports it. */
export const portalReportSchema = z.enum([
  'ready',
  'filled',
  'testing',
  'passed',
  'failed',
  'unread',
  'finished',
]);
/** See {@link portalReportSchema}. */
export type PortalReport = z.infer<typeof portalReportSchema>;

const portal = ['portal'] as const;
const one = z.strictObject({ deliveryId: id });

/** The messages about deliveries, from our pages and from a product's own page; a part of the table of messages. */
export const deliveryMessages = {
  'delivery/send': { from: ours, request: () => z.strictObject({ itemId: id, destinationId: id }) },
  /** What sending would do there; nothing is written. */
  'delivery/plan': { from: ours, request: () => z.strictObject({ itemId: id, destinationId: id }) },
  'delivery/retry': { from: ours, request: () => one },
  /** Tries again, and may replace what Keyferry did not write: the person said so. */
  'delivery/replace': { from: ours, request: () => one },
  /** Brings the product's page to the front where a delivery goes on. */
  'delivery/show': { from: ours, request: () => one },
  'delivery/pause': { from: ours, request: () => one },
  'delivery/pause-all': { from: ours, request: nothing },
  'delivery/cancel': { from: ours, request: () => one },
  /** What taking a delivered key back would do; nothing is written. */
  'delivery/plan-undo': { from: ours, request: () => one },
  'delivery/undo': { from: ours, request: () => one },
  /** The file that the page saves; like `portal/fill`, its answer holds a key unless it is encrypted. */
  'delivery/file': { from: ours, request: () => one },
  'delivery/saved': { from: ours, request: () => one },
  'delivery/vouch': {
    from: ['extension-page', 'portal'],
    request: () => z.strictObject({ deliveryId: id, passed: z.boolean() }),
  },

  /** The address at which the person's own instance of a product runs; without one the recipe's again. */
  'portal/address': {
    from: ours,
    request: () =>
      z.strictObject({
        destinationId: id,
        address: z.optional(z.url({ protocol: /^https$/ }).check(z.maxLength(300))),
      }),
  },

  'portal/brief': { from: portal, request: nothing },
  /** Answers with the text to fill in; the one message whose answer holds a key. */
  'portal/fill': { from: portal, request: nothing },
  /** The person pressed Fill again on the card: a delivery whose test failed runs again. */
  'portal/again': { from: portal, request: nothing },
  /** Shows the key's page of ours, from where the person takes it by hand. */
  'portal/show-key': { from: portal, request: nothing },
  'portal/report': { from: portal, request: () => z.strictObject({ report: portalReportSchema }) },
} as const;

/** What the messages about deliveries are answered with. */
export interface DeliveryAnswers {
  'delivery/send': { readonly deliveryId: string };
  'delivery/plan': DeliveryPlan;
  'delivery/file': { readonly name: string; readonly text: string };
  'delivery/plan-undo': { readonly undo: UndoPlan };
  'portal/brief': PortalBrief;
  'portal/fill': { readonly text: string };
}
