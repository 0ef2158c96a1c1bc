import type { ApiKey } from '@/lib/domain/api-key';
import type { Delivery, Plan, Receipt } from '@/lib/domain/delivery';

/** What goes with one try at a delivery. */
export interface Try {
  readonly key: () => Promise<ApiKey>;
  /** Ends its requests when the person pauses or cancels. */
  readonly signal: AbortSignal;
}

/** One way to a destination, with its settings bound. */
export interface Route {
  /** The host patterns that the browser must have allowed. */
  readonly origins: readonly string[];
  /** Looks what the delivery would do, without writing; missing where a page does the rest. */
  plan?(delivery: Delivery, one: Try): Promise<Plan>;
  /** Sends the key; safe to repeat with the same operation id. `handed-over`: a page goes on with it. */
  deliver(delivery: Delivery, one: Try): Promise<'handed-over' | { readonly written?: string }>;
  /** True when a page goes on with this delivery by itself, so that there is nothing to send again. */
  isUnderWay?(delivery: Delivery): Promise<boolean>;
  /** Asks whether the operation arrived. */
  confirm(delivery: Delivery, one: Try): Promise<Receipt | 'absent'>;
  /** Takes back what was written. */
  undo?(delivery: Delivery, one: Try): Promise<void>;
}
