import type { ApiKey } from '@/lib/domain/api-key';
import { causeOf } from '@/lib/domain/checking';
import { toWire } from '@/lib/domain/errors';
import {
  FRESH_FOR,
  LASTING,
  RETRY_DELAYS,
  type Cause,
  type Drifts,
  type VerificationResult,
  type VerificationRow,
} from '@/lib/domain/verification';
import type { NoteRow } from '@/lib/vault/rows';

/** The rows of proofs with OpenAI, one a key. `put` resolves after a strict commit. */
export interface VerificationRows {
  /** Those that have not come to their end. */
  unfinished(): Promise<readonly VerificationRow[]>;
  get(itemId: string): Promise<VerificationRow | undefined>;
  /** @param note what was found: both are written, or none */
  put(row: VerificationRow, note?: NoteRow): Promise<void>;
}

/** What proving needs from around it. */
export interface ProvingDeps {
  readonly rows: VerificationRows;
  /** @throws KeyferryError `vault_locked`. */
  reveal(itemId: string): Promise<ApiKey>;
  verify(itemId: string, key: ApiKey): Promise<VerificationResult>;
  /** Seals what was found, and what its places hold if they were asked. */
  sealResult(itemId: string, result: VerificationResult, drifts?: Drifts): Promise<NoteRow>;
  /** Asks the places of a key that was proved before whether they still hold it. */
  lookAtPlaces(itemId: string): Promise<Drifts>;
  changed(): Promise<void>;
  /** A key that was right is so no more. */
  broke(cause: Cause): Promise<void>;
  wakeAt(time: number): void;
  now(): number;
}

/** A worker that dies at work, or is ended for being slow, is woken after this long. */
const RESCUE = 30_000;
/** OpenAI may ask us to stay away for longer; it is asked again after this. */
const LONGEST_ASKED = 60 * 60_000;

/**
 * Proves keys with OpenAI: durable like the outbox, patient with fresh keys (decision 14), and one
 * key after the other, so that OpenAI is never asked more than one key's few questions at once.
 */
export function createProving(deps: ProvingDeps) {
  const { rows } = deps;
  const running = new Set<string>();
  const queue: string[] = [];
  let working = false;
  /** Nobody waits for what is shown. */
  const tell = () => void deps.changed().catch(() => undefined);

  /** Starts a proof from the beginning, as the next one. One that is under way is that proof. */
  async function start(itemId: string): Promise<void> {
    if (running.has(itemId)) return;
    await save(await beginning(itemId));
    run(itemId, 'next');
  }

  /** Starts a proof of each of these, after those that wait already. */
  async function startAll(itemIds: readonly string[]): Promise<void> {
    const idle = itemIds.filter((itemId) => !running.has(itemId));
    for (const itemId of idle) await rows.put(await beginning(itemId));
    if (idle.length > 0) tell();
    for (const itemId of idle) run(itemId);
  }

  /** Somebody looked at a key that broke. */
  async function seen(itemId: string): Promise<void> {
    const row = await rows.get(itemId);
    if (row?.broke === undefined) return;
    const { broke: _seen, ...others } = row;
    await save(others);
  }

  /** Goes on with every proof that can go on now. */
  async function drain(): Promise<void> {
    for (const row of await rows.unfinished()) {
      if (row.state === 'checking' || (row.state === 'waiting' && isDue(row))) run(row.itemId);
      else if (row.state === 'waiting' && row.retryAt !== undefined) deps.wakeAt(row.retryAt);
    }
  }

  function isDue({ retryAt }: VerificationRow): boolean {
    return retryAt === undefined || retryAt <= deps.now();
  }

  async function beginning(itemId: string): Promise<VerificationRow> {
    const before = await rows.get(itemId).catch(() => undefined);
    const was = before?.outcome === 'indeterminate' ? before.was : (before?.outcome ?? before?.was);
    return {
      itemId,
      state: 'checking',
      attempt: 0,
      updatedAt: deps.now(),
      ...(was ? { was } : {}),
      ...(before?.broke ? { broke: before.broke } : {}),
    };
  }

  function run(itemId: string, place: 'next' | 'last' = 'last'): void {
    if (running.has(itemId)) {
      deps.wakeAt(deps.now() + RESCUE);
      return;
    }
    running.add(itemId);
    if (place === 'next') queue.unshift(itemId);
    else queue.push(itemId);
    if (working) deps.wakeAt(deps.now() + RESCUE);
    else void work();
  }

  async function work(): Promise<void> {
    working = true;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await prove(next);
    working = false;
  }

  async function prove(itemId: string): Promise<void> {
    try {
      const row = await rows.get(itemId);
      if (!row || row.state === 'done') return;
      const key = await deps.reveal(itemId);
      deps.wakeAt(deps.now() + RESCUE);
      const result = await deps.verify(itemId, key);
      // Just after a delivery the outbox asks them itself. A place that can't be asked stops no proof.
      const isAgain = row.was !== undefined && row.attempt === 0;
      const drifts = isAgain ? await deps.lookAtPlaces(itemId).catch(() => undefined) : undefined;
      const note = await deps.sealResult(itemId, result, drifts);
      const hasDrifted = Object.values(drifts ?? {}).some(({ at }) => at >= row.updatedAt);
      await settle(row, result, note, hasDrifted);
    } catch (error) {
      // Locked: it stays as it is, and goes on after the next unlock.
      if (toWire(error).code !== 'vault_locked') {
        // When even that can't be written the next wake-up goes on with the row.
        await failed(itemId).catch(() => undefined);
      }
    } finally {
      running.delete(itemId);
    }
  }

  async function failed(itemId: string): Promise<void> {
    const row = (await rows.get(itemId)) ?? { itemId, state: 'checking', attempt: 0, updatedAt: 0 };
    await settle(row, { outcome: 'indeterminate', reason: 'internal' });
  }

  async function settle(
    row: VerificationRow,
    result: VerificationResult,
    note?: NoteRow,
    hasDrifted = false,
  ): Promise<void> {
    const { outcome, reason } = result;
    // A no to a fresh key is asked again once the key is old enough for a no to count.
    const own = RETRY_DELAYS[row.attempt] ?? (reason === 'too_fresh' ? FRESH_FOR : undefined);
    const delay = own && Math.max(own, Math.min(result.retryAfter ?? 0, LONGEST_ASKED));
    const isFinal = outcome !== 'indeterminate' || (reason && LASTING.includes(reason));
    const isBroken = outcome === 'rejected' && (row.was === 'verified' || row.broke);
    const broke = isBroken ? causeOf(reason) : hasDrifted ? 'changed' : undefined;
    // What OpenAI says of a key heals nothing at its places.
    const stays = outcome === 'indeterminate' || row.broke === 'changed';
    const kept = broke ?? (stays ? row.broke : undefined);
    const next = {
      itemId: row.itemId,
      attempt: row.attempt + 1,
      updatedAt: deps.now(),
      outcome,
      ...(reason ? { reason } : {}),
      ...(row.was ? { was: row.was } : {}),
      ...(kept ? { broke: kept } : {}),
    };
    if (reason === 'no_access') {
      // It goes on once the access is there again; waiting for that is no try.
      if (row.state !== 'waiting' || row.reason !== reason) {
        await save({ ...next, attempt: row.attempt, state: 'waiting' }, note);
      }
      return;
    }
    if (isFinal || delay === undefined) {
      await save({ ...next, state: 'done' }, note);
      await tellBroken();
      return;
    }
    const retryAt = deps.now() + delay;
    await save({ ...next, state: 'waiting', retryAt }, note);
    deps.wakeAt(retryAt);
    await tellBroken();

    async function tellBroken(): Promise<void> {
      if (broke && broke !== row.broke) await deps.broke(broke);
    }
  }

  async function save(row: VerificationRow, note?: NoteRow): Promise<void> {
    await rows.put(row, note);
    tell();
  }

  return { start, startAll, seen, drain };
}
