import type { ApiKey } from '@/lib/domain/api-key';
import {
  advance,
  isFinished,
  type Delivery,
  type DeliveryEvent,
  type Receipt,
} from '@/lib/domain/delivery';
import { KeyferryError, toWire, type ErrorCode } from '@/lib/domain/errors';

/** The rows of the outbox. `put` resolves after a strict commit. */
export interface DeliveryRows {
  all(): Promise<Delivery[]>;
  get(id: string): Promise<Delivery | undefined>;
  put(row: Delivery): Promise<void>;
}

/** One way to a destination, with its settings bound. */
export interface Route {
  /** The host pattern that the browser must have allowed. */
  readonly origin: string;
  /** Sends the key; safe to repeat with the same operation id. `handed-over`: a page goes on with it. */
  deliver(delivery: Delivery, key: () => Promise<ApiKey>): Promise<'sent' | 'handed-over'>;
  /** True when a page goes on with this delivery by itself, so that there is nothing to send again. */
  isUnderWay?(delivery: Delivery): Promise<boolean>;
  /** Reads back whether the operation arrived, without reading the secret. */
  confirm(delivery: Delivery): Promise<Receipt | 'absent'>;
}

/** What the outbox needs from around it. */
export interface OutboxDeps {
  readonly rows: DeliveryRows;
  /** @throws KeyferryError `vault_locked`, `unknown_destination`. */
  routeTo(destinationId: string): Promise<Route>;
  reveal(itemId: string): Promise<ApiKey>;
  isAllowed(origin: string): Promise<boolean>;
  keepReceipt(deliveryId: string, receipt: Receipt): Promise<void>;
  changed(): Promise<void>;
  /** Wakes {@link Outbox.drain} at a time, also after the worker died. */
  wakeAt(time: number): void;
  now(): number;
  newId(): string;
}

/** See {@link createOutbox}. */
export type Outbox = ReturnType<typeof createOutbox>;

/** Failures that pass by themselves, and are tried again. */
const PASSING: readonly ErrorCode[] = [
  'unreachable',
  'timed_out',
  'rate_limited',
  'destination_unavailable',
];
/** Failures that wait for the person. */
const WAITING: readonly ErrorCode[] = ['vault_locked', 'permission_needed'];
const LONGEST_BACKOFF = 5 * 60_000;
/** A worker that dies at work, or is ended for being slow, is woken after this long. */
const RESCUE = 30_000;

/**
 * The durable queue of deliveries. Each row is committed before the act that its state names, and
 * after the worker's death the destination is asked before anything is sent again.
 */
export function createOutbox(deps: OutboxDeps) {
  const { rows } = deps;
  const running = new Set<string>();
  let lastSend: Promise<unknown> = Promise.resolve();
  let lastChange: Promise<unknown> = Promise.resolve();

  /** Queues one key for one destination, and starts. The same pair under way is the same delivery. */
  function send(itemId: string, destinationId: string): Promise<string> {
    const turn = lastSend.then(() => queue(itemId, destinationId));
    lastSend = turn.catch(() => undefined);
    return turn;
  }

  async function queue(itemId: string, destinationId: string): Promise<string> {
    const open = (await rows.all()).find(
      (row) => row.itemId === itemId && row.destinationId === destinationId && !isFinished(row),
    );
    if (open) {
      await retry(open.id);
      return open.id;
    }
    const now = deps.now();
    const id = deps.newId();
    await rows.put({
      id,
      itemId,
      destinationId,
      operationId: deps.newId(),
      state: 'queued',
      attempt: 0,
      createdAt: now,
      updatedAt: now,
    });
    await deps.changed();
    void run(id);
    return id;
  }

  /** The person asks for another try. */
  async function retry(id: string): Promise<void> {
    if (!running.has(id)) await apply(id, { type: 'retried' });
    void run(id);
  }

  /** Goes on with everything that can go on now. */
  async function drain(): Promise<void> {
    const now = deps.now();
    for (const row of await rows.all()) {
      const waits = row.state === 'waiting';
      const due = row.retryAt !== undefined && row.retryAt <= now;
      const mayGoOn = waits && (due || (row.reason !== undefined && WAITING.includes(row.reason)));
      if (mayGoOn || (!waits && !isFinished(row))) void run(row.id);
      else if (waits && row.retryAt !== undefined) deps.wakeAt(row.retryAt);
    }
  }

  /** Applies an event to a row and commits it. @returns the row as it is now. */
  async function apply(id: string, event: DeliveryEvent): Promise<Delivery> {
    // One after the other: an event is weighed against the row that the last one left.
    const turn = lastChange.then(() => change(id, event));
    lastChange = turn.catch(() => undefined);
    const { row, isNew } = await turn;
    if (isNew) await deps.changed();
    return row;
  }

  async function change(id: string, event: DeliveryEvent) {
    const row = await rows.get(id);
    if (!row) throw new KeyferryError('unknown_item');
    const next = advance(row, event, deps.now());
    if (next !== row) await rows.put(next);
    return { row: next, isNew: next !== row };
  }

  /** A receipt is kept first: a confirmed row always has one. */
  async function confirm(id: string, receipt: Receipt): Promise<void> {
    const event: DeliveryEvent = { type: 'confirmed', proof: receipt.proof };
    const row = await rows.get(id);
    if (!row || advance(row, event, deps.now()) === row) return;
    await deps.keepReceipt(id, receipt);
    await apply(id, event);
  }

  async function run(id: string): Promise<void> {
    if (running.has(id)) {
      deps.wakeAt(deps.now() + RESCUE);
      return;
    }
    running.add(id);
    try {
      await attempt(id);
    } catch (error) {
      // When even that can't be written the row stays as it is, and the next wake-up goes on with it.
      await giveWay(id, toWire(error).code).catch(() => undefined);
    } finally {
      running.delete(id);
    }
  }

  async function attempt(id: string): Promise<void> {
    const row = await rows.get(id);
    if (!row || isFinished(row)) return;
    const route = await deps.routeTo(row.destinationId);
    if (!(await deps.isAllowed(route.origin))) throw new KeyferryError('permission_needed');
    if (row.state !== 'queued' && (await route.isUnderWay?.(row))) return;
    deps.wakeAt(deps.now() + RESCUE);
    const started = await apply(id, {
      type: row.state === 'sent' || row.state === 'confirming' ? 'accepted' : 'started',
    });
    if (isFinished(started)) return;
    if (row.attempt > 0) {
      // It may have arrived before the worker died or the answer was lost.
      const earlier = await route.confirm(started);
      if (earlier !== 'absent') return confirm(id, earlier);
    }
    const done = await route.deliver(started, () => deps.reveal(row.itemId));
    if (done === 'handed-over') return;
    await apply(id, { type: 'accepted' });
    const confirming = await apply(id, { type: 'confirming' });
    const receipt = await route.confirm(confirming);
    if (receipt === 'absent') throw new KeyferryError('destination_unavailable');
    await confirm(id, receipt);
  }

  /** Written down at once with what comes next: a worker may die right after. */
  async function giveWay(id: string, reason: ErrorCode): Promise<void> {
    if (!PASSING.includes(reason)) {
      await apply(id, { type: WAITING.includes(reason) ? 'must-wait' : 'failed', reason });
      return;
    }
    const tries = (await rows.get(id))?.attempt ?? 0;
    const retryAt = deps.now() + Math.min(2_000 * 2 ** tries, LONGEST_BACKOFF);
    await apply(id, { type: 'must-wait', reason, retryAt });
    deps.wakeAt(retryAt);
  }

  return { send, retry, drain, apply, confirm };
}
