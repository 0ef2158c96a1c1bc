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
  | 'planned'
  | 'sending'
  | 'sent'
  | 'confirming'
  | 'confirmed'
  | 'waiting'
  | 'failed'
  | 'undoing'
  | 'undone';

/**
 * What a delivery would do. `conflict`: something is there that Keyferry did not write, and nothing
 * is written without the person's word. `nothing`: this very delivery is there already.
 */
export type PlanAction = 'create' | 'new-version' | 'overwrite' | 'conflict' | 'nothing';

/** What a delivery would do, as the destination tells before anything is written. */
export interface Plan {
  readonly action: PlanAction;
  /** Who last wrote what is there, in the destination's words. */
  readonly by?: string;
  /** When it was last written; epoch milliseconds. */
  readonly at?: number;
}

/** A {@link Plan} with the final name at the destination; none for a product's own page. */
export interface DeliveryPlan {
  readonly plan?: Plan;
  readonly name?: string;
}

/** What taking a key back would do. `changed`: somebody else wrote there since. `never`: the destination can't. */
export type UndoPlan = 'remove' | 'restore' | 'changed' | 'gone' | 'never';

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
  /** How often it has waited for a better moment since the person last asked. */
  readonly tries?: number;
  readonly proof?: ProofLevel;
  /** The product's own test was seen to pass; the product's last button is still to be pressed. */
  readonly tested?: true;
  /** The tab of a portal fill. */
  readonly tabId?: number;
  /** What it would do, as the destination said before the first attempt. */
  readonly plan?: Plan;
  /** The person said that what is there may be replaced. */
  readonly overwrite?: true;
  /** What the destination calls that which was written, such as a version's number. */
  readonly written?: string;
  /** When its key was on its way, the last ten times; the answers may be lost. */
  readonly sentAt?: readonly number[];
}

/** What can happen to a delivery. */
export type DeliveryEvent =
  | { readonly type: 'planned'; readonly plan: Plan }
  | { readonly type: 'started' }
  /** The next request holds the key. */
  | { readonly type: 'handing' }
  | { readonly type: 'accepted'; readonly written?: string | undefined }
  | { readonly type: 'confirming' }
  | { readonly type: 'tested' }
  | { readonly type: 'confirmed'; readonly proof: ProofLevel }
  | { readonly type: 'must-wait'; readonly reason: ErrorCode; readonly retryAt?: number }
  | { readonly type: 'failed'; readonly reason: ErrorCode }
  | { readonly type: 'retried'; readonly overwrite?: boolean }
  | { readonly type: 'undo' }
  | { readonly type: 'undone' };

const NEXT: Readonly<Record<DeliveryEvent['type'], readonly DeliveryState[]>> = {
  planned: ['queued', 'planned', 'waiting'],
  started: ['queued', 'planned', 'waiting', 'sending'],
  handing: ['sending'],
  accepted: ['sending', 'sent', 'confirming'],
  // Also from a failed or unread test of a product's own: the person may press it again.
  confirming: ['sending', 'sent', 'confirming', 'failed', 'waiting'],
  tested: ['sending', 'sent', 'confirming', 'failed', 'waiting'],
  // Also from queued: asked again, a destination may say that it had arrived before.
  confirmed: ['queued', 'planned', 'sending', 'sent', 'confirming', 'waiting'],
  'must-wait': ['queued', 'planned', 'sending', 'sent', 'confirming', 'waiting', 'undoing'],
  failed: ['queued', 'planned', 'sending', 'sent', 'confirming', 'waiting', 'undoing'],
  retried: ['failed', 'waiting', 'sent', 'sending', 'confirming', 'undoing'],
  undo: ['confirmed'],
  undone: ['undoing'],
};

/**
 * The next row, or the same row when the event does not apply to its state: a late
 * answer never undoes a finished delivery.
 */
export function advance(delivery: Delivery, event: DeliveryEvent, now: number): Delivery {
  if (!NEXT[event.type].includes(delivery.state)) return delivery;
  const { reason: _reason, retryAt: _retryAt, tested: _tested, ...kept } = delivery;
  const base = { ...kept, updatedAt: now };
  const undoes = delivery.state === 'undoing';
  switch (event.type) {
    case 'planned':
      return { ...base, state: 'planned', plan: event.plan };
    case 'started':
      return { ...base, state: 'sending', attempt: delivery.attempt + 1 };
    case 'handing':
      return { ...base, state: 'sending', sentAt: [...(delivery.sentAt ?? []).slice(-9), now] };
    case 'accepted':
      return {
        ...base,
        state: 'sent',
        ...(event.written === undefined ? {} : { written: event.written }),
      };
    case 'confirming':
      return { ...base, state: 'confirming' };
    case 'tested':
      return { ...base, state: 'confirming', tested: true };
    case 'confirmed':
      return { ...base, state: 'confirmed', proof: event.proof };
    case 'must-wait': {
      const { overwrite, ...rest } = base;
      // The person's word was for what they saw there, and that is not what is there now.
      const isUsedUp = event.reason === 'destination_conflict';
      return {
        ...rest,
        ...(overwrite && !isUsedUp ? { overwrite } : {}),
        // Taking a key back waits as what it is: it must not turn into a sending.
        state: undoes ? 'undoing' : 'waiting',
        reason: event.reason,
        ...(event.retryAt === undefined
          ? {}
          : { retryAt: event.retryAt, tries: (delivery.tries ?? 0) + 1 }),
      };
    }
    case 'failed':
      // A key that could not be taken back is still there.
      return { ...base, state: undoes ? 'confirmed' : 'failed', reason: event.reason };
    case 'retried':
      return {
        ...base,
        state: undoes ? 'undoing' : 'queued',
        tries: 0,
        // What may be replaced is looked at once more.
        ...(event.overwrite ? { overwrite: true, attempt: 0 } : {}),
      };
    case 'undo':
      return { ...base, state: 'undoing' };
    case 'undone':
      return { ...base, state: 'undone' };
  }
}

/** A delivery whose page is gone, or shows another one. */
export function withoutTab({ tabId: _gone, ...delivery }: Delivery): Delivery {
  return delivery;
}

/** True when nothing more will happen to it by itself. */
export function isFinished(delivery: Delivery): boolean {
  return !UNFINISHED.includes(delivery.state);
}

/** The states that something is still to come after. */
export const UNFINISHED: readonly DeliveryState[] = [
  'queued',
  'planned',
  'sending',
  'sent',
  'confirming',
  'waiting',
  'undoing',
];

/** True when it goes on by itself, or by the person in a product's page: it waits for nobody else. */
export function isRunning(delivery: Pick<Delivery, 'state' | 'reason'>): boolean {
  const { reason, state } = delivery;
  if (state === 'undoing') return reason === undefined;
  return !['confirmed', 'failed', 'undone', 'waiting'].includes(state);
}
