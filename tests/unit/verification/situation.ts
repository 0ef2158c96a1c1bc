import type { ApiKey } from '@/lib/domain/api-key';
import type { ScopeNeed } from '@/lib/domain/permission-report';
import { scopesFor } from '@/lib/domain/scopes';
import { FRESH_FOR, type VerificationReason } from '@/lib/domain/verification';
import { doit } from '@/lib/recipes/doit';
import { readOnly } from '@/lib/recipes/read-only';
import { needOf } from '@/lib/verification/need-of';
import { verifyKey, type VerifyOptions } from '@/lib/verification/verify-key';
import { holding, keyOf, openaiWorld, type Reply } from './openai-world';

const NOW = Date.UTC(2026, 10, 21);
/** An admin key. */
export const ADMIN = keyOf('admin');
/** A project key. */
export const PROJECT = keyOf('proj');
/** A service account’s key. */
export const SERVICE = keyOf('svcacct');

const DOIT = needOf(doit.key);
/** What a read-only job asks for. */
export const READS = needOf(readOnly.key);
/** What a job that asks models needs. */
export const CHAT = needOf({
  kind: 'project',
  permission: 'restricted',
  rows: [{ row: 'Model capabilities', choice: 'Request', optional: false }],
});
/** A job that needs these scopes. */
export const needing = (...needed: string[]): ScopeNeed => ({ needed, optional: [] });

/** What DoiT needs. */
export const usage = ['api.usage.read'];
/** Every read of a project. */
export const allReads = scopesFor('project').filter((scope) => scope.endsWith('.read'));
/** A key, how OpenAI answers for it, and what must come of it. */
export interface Situation {
  readonly it: string;
  readonly key?: ApiKey;
  readonly need?: ScopeNeed;
  /** What every question is answered with. */
  readonly all?: Reply;
  /** The scopes that the key has, when it lives. */
  readonly has?: readonly string[];
  /** Answers of their own, by path. */
  readonly but?: Readonly<Record<string, Reply>>;
  readonly fresh?: true;
  readonly options?: Partial<VerifyOptions>;
  readonly outcome: 'verified' | 'rejected' | 'indeterminate';
  readonly reason?: VerificationReason;
  /** Words that the sentence must have. */
  readonly says?: RegExp;
  readonly missing?: readonly string[];
  readonly excess?: readonly string[];
}

/** Asks OpenAI, as it is in this situation. */
export async function judge({
  key = ADMIN,
  need = DOIT,
  all,
  has,
  but = {},
  fresh,
  options,
}: Situation) {
  const scopes = holding(has ?? []);
  const { io } = openaiWorld((method, path) => but[path] ?? all ?? scopes(method, path), NOW);
  return verifyKey(key, need, io, { createdAt: NOW - (fresh ? 0 : FRESH_FOR), ...options });
}
