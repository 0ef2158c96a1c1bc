import type { ErrorCode } from './errors';

/** What a confirmation rests on, strongest first. */
export type ProofLevel =
  | 'value'
  | 'fingerprint'
  | 'metadata'
  | 'tested'
  | 'confirmed-by-you'
  | 'accepted';

/** Where a delivery stands. The row is committed before the act that its state names. */
export type DeliveryState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'confirming'
  | 'confirmed'
  | 'waiting'
  | 'failed';

/** What a destination answered. Holds no secret. */
export interface Receipt {
  /** Where the key is now, in the destination's words: a secret's name, a form's field. */
  readonly reference: string;
  readonly version?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly proof: ProofLevel;
}

/** One key to one destination: a durable row of the outbox. Times are epoch milliseconds. */
export interface Delivery {
  readonly id: string;
  readonly itemId: string;
  readonly destinationId: string;
  /** Made once, before the first attempt, and sent with every attempt. */
  readonly operationId: string;
  readonly state: DeliveryState;
  readonly attempt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Why it waits or failed. */
  readonly reason?: ErrorCode;
  readonly retryAt?: number;
  readonly proof?: ProofLevel;
  /** The product's own test was seen to pass; the product's last button is still to be pressed. */
  readonly tested?: true;
  /** The tab of a portal fill. */
  readonly tabId?: number;
}

/** What can happen to a delivery. */
export type DeliveryEvent =
  | { readonly type: 'started' }
  | { readonly type: 'accepted' }
  | { readonly type: 'confirming' }
  | { readonly type: 'tested' }
  | { readonly type: 'confirmed'; readonly proof: ProofLevel }
  | { readonly type: 'must-wait'; readonly reason: ErrorCode; readonly retryAt?: number }
  | { readonly type: 'failed'; readonly reason: ErrorCode }
  | { readonly type: 'retried' };

const NEXT: Readonly<Record<DeliveryEvent['type'], readonly DeliveryState[]>> = {
  started: ['queued', 'waiting', 'sending'],
  accepted: ['sending', 'sent', 'confirming'],
  // Also from a failed or unread test of a product's own: the person may press it again.
  confirming: ['sending', 'sent', 'confirming', 'failed', 'waiting'],
  tested: ['sending', 'sent', 'confirming', 'failed', 'waiting'],
  // Also from queued: asked again, a destination may say that it had arrived before.
  confirmed: ['queued', 'sending', 'sent', 'confirming', 'waiting'],
  'must-wait': ['queued', 'sending', 'sent', 'confirming', 'waiting'],
  failed: ['queued', 'sending', 'sent', 'confirming', 'waiting'],
  retried: ['failed', 'waiting', 'sent', 'sending', 'confirming'],
};

/**
 * The next row, or the same row when the event does not apply to its state: a late
 * answer never undoes a finished delivery.
 */
export function advance(delivery: Delivery, event: DeliveryEvent, now: number): Delivery {
  if (!NEXT[event.type].includes(delivery.state)) return delivery;
  const { reason: _reason, retryAt: _retryAt, tested: _tested, ...kept } = delivery;
  const base = { ...kept, updatedAt: now };
  switch (event.type) {
    case 'started':
      return { ...base, state: 'sending', attempt: delivery.attempt + 1 };
    case 'accepted':
      return { ...base, state: 'sent' };
    case 'confirming':
      return { ...base, state: 'confirming' };
    case 'tested':
      return { ...base, state: 'confirming', tested: true };
    case 'confirmed':
      return { ...base, state: 'confirmed', proof: event.proof };
    case 'must-wait':
      return {
        ...base,
        state: 'waiting',
        reason: event.reason,
        ...(event.retryAt === undefined ? {} : { retryAt: event.retryAt }),
      };
    case 'failed':
      return { ...base, state: 'failed', reason: event.reason };
    case 'retried':
      return { ...base, state: 'queued' };
  }
}

/** True when nothing more will happen to it by itself. */
export function isFinished(delivery: Delivery): boolean {
  return delivery.state === 'confirmed' || delivery.state === 'failed';
}
