import type { ApiKey } from '@/lib/domain/api-key';
import {
  advance,
  isFinished,
  type Delivery,
  type DeliveryEvent,
  type Receipt,
} from '@/lib/domain/delivery';
import { KeyferryError, toWire, type ErrorCode } from '@/lib/domain/errors';
import type { Changed } from '@/lib/vault/queues';
import type { NoteRow } from '@/lib/vault/rows';
import { attempt } from './attempt';
import { backoff } from './backoff';
import { createLanes } from './lanes';
import type { Route } from './route';

/** The rows of the outbox. What writes resolves after a strict commit. */
export interface DeliveryRows {
  /** Those of one key. */
  of(itemId: string): Promise<{ readonly rows: readonly Delivery[] }>;
  /** Those that have not come to their end. */
  unfinished(): Promise<readonly Delivery[]>;
  get(id: string): Promise<Delivery | undefined>;
  /** @param note what was sealed about it: both are written, or none */
  put(row: Delivery, note: NoteRow): Promise<void>;
  /** Makes another row of the one that is there; the same one is not written. @throws KeyferryError `unknown_item` */
  change(id: string, next: (row: Delivery) => Delivery, note?: NoteRow): Promise<Changed<Delivery>>;
}

/** What the outbox needs from around it. */
export interface OutboxDeps {
  readonly rows: DeliveryRows;
  /** Seals what the names at the destination are made of. @throws KeyferryError `vault_locked` */
  sealNames(deliveryId: string, itemId: string): Promise<NoteRow>;
  /** @throws KeyferryError `vault_locked`, `unknown_destination`. */
  routeTo(delivery: Delivery): Promise<Route>;
  reveal(itemId: string): Promise<ApiKey>;
  isAllowed(origins: readonly string[]): Promise<boolean>;
  sealReceipt(deliveryId: string, receipt: Receipt): Promise<NoteRow>;
  changed(): Promise<void>;
  /** Wakes {@link Outbox.drain} at a time, also after the worker died. */
  wakeAt(time: number): void;
  now(): number;
  newId(): string;
  /** From 0 to below 1. */
  random(): number;
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
/** Failures that pass when the person unlocks, allows or signs in. */
const WAITING: readonly ErrorCode[] = ['vault_locked', 'permission_needed', 'sign_in_over'];
/** Failures that wait for the person's word on this delivery. */
const DECIDING: readonly ErrorCode[] = ['destination_conflict'];
/** A worker that dies at work, or is ended for being slow, is woken after this long. */
const RESCUE = 30_000;

/**
 * The durable queue of deliveries. Each row is committed before the act that its state names, and
 * after the worker's death the destination is asked before anything is sent again.
 */
export function createOutbox(deps: OutboxDeps) {
  const { rows } = deps;
  const running = new Map<string, AbortController>();
  const inLane = createLanes();
  // The same pair twice at once is one delivery.
  const inTurn = createLanes(1);
  /** Nobody waits for what is shown. */
  const tell = () => void deps.changed().catch(() => undefined);

  /** Queues one key for one destination, and starts. The same pair under way is the same delivery. */
  function send(itemId: string, destinationId: string): Promise<string> {
    return inTurn(`${itemId}>${destinationId}`, () => queue(itemId, destinationId));
  }

  async function queue(itemId: string, destinationId: string): Promise<string> {
    const open = (await rows.of(itemId)).rows.find(
      (row) => row.destinationId === destinationId && !isFinished(row),
    );
    if (open) {
      await retry(open.id);
      return open.id;
    }
    const now = deps.now();
    const id = deps.newId();
    const names = await deps.sealNames(id, itemId);
    const row: Delivery = {
      id,
      itemId,
      destinationId,
      operationId: deps.newId(),
      state: 'queued',
      attempt: 0,
      createdAt: now,
      updatedAt: now,
    };
    await rows.put(row, names);
    tell();
    void run(id);
    return id;
  }

  /** The person asks for another try; with `overwrite` they also said that what is there may be replaced. */
  async function retry(id: string, overwrite = false): Promise<void> {
    if (!running.has(id)) await apply(id, { type: 'retried', overwrite });
    void run(id);
  }

  /** Takes back what a confirmed delivery wrote. */
  async function undo(id: string): Promise<void> {
    await apply(id, { type: 'undo' });
    void run(id);
  }

  /** Stops it until {@link retry}: what was sent is not called back, and is asked for before any new try. */
  async function pause(id: string): Promise<void> {
    await stop(id, { type: 'must-wait', reason: 'paused' });
  }

  /** Ends it for good. */
  async function cancel(id: string): Promise<void> {
    await stop(id, { type: 'failed', reason: 'cancelled' });
  }

  async function stop(id: string, event: DeliveryEvent): Promise<void> {
    // First: what runs must not start again what the event stops.
    running.get(id)?.abort();
    await apply(id, event);
  }

  /** Pauses everything that is under way. */
  async function pauseAll(): Promise<void> {
    await Promise.all((await rows.unfinished()).map(({ id }) => pause(id)));
  }

  /** Goes on with everything that can go on now. */
  async function drain(): Promise<void> {
    const now = deps.now();
    for (const row of await rows.unfinished()) {
      const { reason, retryAt = now } = row;
      if (retryAt > now) deps.wakeAt(retryAt);
      else if (reason === undefined || row.retryAt !== undefined || WAITING.includes(reason)) {
        void run(row.id);
      }
    }
  }

  /** Applies events to a row and commits it, once. @returns the row as it is now. */
  function apply(id: string, ...events: DeliveryEvent[]): Promise<Delivery> {
    return change(id, events);
  }

  async function change(
    id: string,
    events: readonly DeliveryEvent[],
    note?: NoteRow,
  ): Promise<Delivery> {
    const now = deps.now();
    const next = (row: Delivery) => events.reduce((last, event) => advance(last, event, now), row);
    const { before, after } = await rows.change(id, next, note);
    if (after !== before) tell();
    return after;
  }

  /** The receipt is written with it: a confirmed row always has one. */
  async function confirm(id: string, receipt: Receipt): Promise<void> {
    const note = await deps.sealReceipt(id, receipt);
    await change(id, [{ type: 'confirmed', proof: receipt.proof }], note);
  }

  async function run(id: string): Promise<void> {
    if (running.has(id)) {
      deps.wakeAt(deps.now() + RESCUE);
      return;
    }
    const stopped = new AbortController();
    running.set(id, stopped);
    try {
      await once(id, stopped.signal);
    } catch (error) {
      // When even that can't be written the row stays as it is, and the next wake-up goes on with it.
      if (!stopped.signal.aborted) await giveWay(id, error).catch(() => undefined);
    } finally {
      running.delete(id);
    }
  }

  async function once(id: string, signal: AbortSignal): Promise<void> {
    const row = await rows.get(id);
    if (!row || isFinished(row)) return;
    const route = await deps.routeTo(row);
    if (!(await deps.isAllowed(route.origins))) throw new KeyferryError('permission_needed');
    await inLane(row.destinationId, async () => {
      // It may have been paused while it waited for its turn.
      if (signal.aborted) return;
      const one = { key: () => deps.reveal(row.itemId), signal };
      const steps = {
        async apply(...events: DeliveryEvent[]) {
          signal.throwIfAborted();
          return apply(id, ...events);
        },
        confirm: (receipt: Receipt) => confirm(id, receipt),
        rescue: () => deps.wakeAt(deps.now() + RESCUE),
      };
      try {
        await attempt(row, route, one, steps);
      } catch (error) {
        // Access that is taken away in the middle looks like a network that fails.
        const isCut = toWire(error).code === 'unreachable';
        if (isCut && !(await deps.isAllowed(route.origins))) {
          throw new KeyferryError('permission_needed');
        }
        throw error;
      }
    });
  }

  /** Written down at once with what comes next: a worker may die right after. */
  async function giveWay(id: string, error: unknown): Promise<void> {
    const { code: reason } = toWire(error);
    if (!PASSING.includes(reason)) {
      const waits = WAITING.includes(reason) || DECIDING.includes(reason);
      await apply(id, { type: waits ? 'must-wait' : 'failed', reason });
      return;
    }
    const tries = (await rows.get(id))?.tries ?? 0;
    const retryAfter = error instanceof KeyferryError ? error.retryAfter : undefined;
    const retryAt = deps.now() + backoff(tries, deps.random(), retryAfter);
    await apply(id, { type: 'must-wait', reason, retryAt });
    deps.wakeAt(retryAt);
  }

  return { send, retry, undo, pause, pauseAll, cancel, drain, apply, confirm };
}
