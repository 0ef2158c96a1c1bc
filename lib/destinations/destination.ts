import type { ZodMiniType } from 'zod/mini';
import type { ApiKey, KeyKind } from '@/lib/domain/api-key';
import type { ProofLevel, Receipt } from '@/lib/domain/delivery';
import type { Io } from '@/lib/http';

/** What makes a write repeatable: A by a token of ours, B overwriting is harmless, C each write makes another. */
export type Idempotency = 'A' | 'B' | 'C';

/** What a delivery would do. `conflict`: something is there that Keyferry did not write. */
export type Plan = 'create' | 'new-version' | 'conflict';

/** One delivery, as an adapter sees it. */
export interface Job<S> {
  /** A UUID, the same for every attempt. */
  readonly operationId: string;
  readonly settings: S;
}

/** The code for one kind of destination. Every request may throw a KeyferryError of the network. */
export interface Adapter<S> {
  readonly id: string;
  readonly accepts: readonly KeyKind[];
  readonly proof: ProofLevel;
  readonly idempotency: Idempotency;
  readonly settings: ZodMiniType<S>;
  /** The host pattern to ask the browser's permission for. */
  origin(settings: S): string;
  /** Looks what a new delivery would do, without writing, and without reading the secret. */
  plan(settings: S, io: Io): Promise<Plan>;
  /**
   * Writes the key; repeating it with the same operation id changes nothing more.
   * @throws KeyferryError `destination_conflict` when something is there that Keyferry did not write.
   */
  deliver(job: Job<S> & { readonly key: ApiKey }, io: Io): Promise<void>;
  /**
   * Asks whether the operation arrived, without reading the secret.
   * @throws KeyferryError `destination_conflict` when it arrived and something newer took its place.
   */
  confirm(job: Job<S>, io: Io): Promise<Receipt | 'absent'>;
}
