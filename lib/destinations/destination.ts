import type { ZodMiniType } from 'zod/mini';
import type { ApiKey, KeyKind } from '@/lib/domain/api-key';
import type { Plan, ProofLevel, Receipt, UndoPlan } from '@/lib/domain/delivery';
import type { Io } from '@/lib/http';

/** What makes a write repeatable: A by a token of ours, B overwriting is harmless, C each write makes another. */
export type Idempotency = 'A' | 'B' | 'C';

/** What is written beside a key, where the destination has room for it: tags, labels, annotations. */
export interface Labels {
  readonly product?: string;
  /** The day on which OpenAI ends the key, as YYYY-MM-DD. */
  readonly expires?: string;
}

/** What a destination tells of the credentials that we use there. */
export interface Credentials {
  /** When they end; epoch milliseconds. Missing when they don't, or nobody says. */
  readonly endsAt?: number;
}

/** One delivery, as an adapter sees it. */
export interface Job<S> {
  /** A UUID, the same for every attempt. */
  readonly operationId: string;
  /** Names in it are final: templates were filled in when the delivery was queued. */
  readonly settings: S;
  readonly labels: Labels;
  /** When the delivery was queued; epoch milliseconds. */
  readonly queuedAt: number;
  /** The person said that what Keyferry did not write may be replaced. */
  readonly overwrite?: boolean;
  /** What confirmed deliveries to this destination wrote that were queued earlier, in the same words as `written`. */
  readonly before: readonly string[];
  /** The same of those that were queued later: this one must not take their place. */
  readonly since: readonly string[];
  /** When that was last written which the person allowed to replace, as the destination told it then. */
  readonly seen?: number;
  /** When the key was on its way; missing when it never was. */
  readonly sentAt?: readonly number[];
  /** An earlier try may have arrived. */
  readonly isRetry?: boolean;
  /** What {@link Adapter.deliver} called that which it wrote; missing when the worker died before that was kept. */
  readonly written?: string;
}

/**
 * Whether the person's word to replace holds for what is there now.
 * @param at When that was last written; where the destination doesn't tell, the word is for one try.
 */
export function mayReplace(
  { overwrite, seen, isRetry }: Pick<Job<unknown>, 'overwrite' | 'seen' | 'isRetry'>,
  at?: number,
): boolean {
  if (!overwrite) return false;
  return at === undefined ? !isRetry : seen === undefined || seen === at;
}

/** A job with the way to its key. Ask for the key only where its value is sent or compared. */
export interface KeyJob<S> extends Job<S> {
  readonly key: () => Promise<ApiKey>;
}

/** The code for one kind of destination. Every request may throw a KeyferryError of the network. */
export interface Adapter<S> {
  readonly id: string;
  readonly accepts: readonly KeyKind[];
  readonly proof: ProofLevel;
  readonly idempotency: Idempotency;
  readonly settings: ZodMiniType<S>;
  /** The setting that names where in the destination the key goes, and may hold a template. */
  readonly name: keyof S & string;
  /** The host patterns to ask the browser's permission for; empty when nothing is sent anywhere. */
  origins(settings: S): readonly string[];
  /** Whether the credentials are right and reach far enough, as far as that can be told without writing. */
  test(settings: S, io: Io): Promise<Credentials>;
  /** Looks what a delivery would do, without writing, and without reading the secret. */
  plan(job: Job<S>, io: Io): Promise<Plan>;
  /**
   * Writes the key; repeating it with the same operation id changes nothing more. Gives what the
   * destination calls that which was written, when it has a name.
   * @throws KeyferryError `destination_conflict` when something is there that Keyferry did not
   * write, unless the person allowed to overwrite it.
   */
  deliver(job: KeyJob<S>, io: Io): Promise<string | undefined>;
  /**
   * Asks whether the operation arrived, reading the secret only where nothing else tells.
   * @throws KeyferryError `destination_changed` when it arrived and something newer took its place.
   */
  confirm(job: KeyJob<S>, io: Io): Promise<Receipt | 'absent'>;
  /** What a page of ours saves as a file, where nothing can be sent by itself. */
  readonly make?: (job: KeyJob<S>) => Promise<{ readonly name: string; readonly text: string }>;
  /** Takes back what was written; missing where the destination can't. */
  readonly undo?: {
    plan(job: Job<S>, io: Io): Promise<UndoPlan>;
    /** Does what the plan says; repeating it changes nothing more. @throws KeyferryError `destination_changed` */
    run(job: Job<S>, io: Io): Promise<void>;
  };
}
