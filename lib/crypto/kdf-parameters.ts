import { KeyferryError } from '@/lib/domain/errors';
import type { Context } from './purposes';

/** What Argon2id costs (RFC 9106 §3.1). Memory is in KiB. */
export interface KdfCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** How a passphrase becomes a key; stored with the vault. The salt is base64. */
export interface KdfParameters extends KdfCost {
  readonly name: 'argon2id';
  readonly salt: string;
}

/** What new vaults use: RFC 9106 §4, second choice, in one lane because WASM has one thread. */
export const KDF_COST: KdfCost = { memory: 64 * 1024, passes: 3, parallelism: 1 };

/** The least that is accepted on reading (OWASP Password Storage), so that nobody can lower the cost. */
export const KDF_FLOOR: KdfCost = { memory: 19 * 1024, passes: 2, parallelism: 1 };

/** The most that is accepted: beyond it a changed header could only exhaust the machine. */
const KDF_CEILING: KdfCost = { memory: 1024 * 1024, passes: 16, parallelism: 4 };

/**
 * Refuses parameters that we would never have written.
 * @throws KeyferryError vault_damaged
 */
export function assertKdfParameters(parameters: KdfParameters): void {
  const sound =
    parameters.name === 'argon2id' &&
    (['memory', 'passes', 'parallelism'] as const).every(
      (part) =>
        Number.isInteger(parameters[part]) &&
        parameters[part] >= KDF_FLOOR[part] &&
        parameters[part] <= KDF_CEILING[part],
    );
  if (!sound) throw new KeyferryError('vault_damaged');
}

/** True when the parameters cost less than `cost` in any part: the vault is then wrapped anew. */
export function isCheaper(parameters: KdfParameters, cost: KdfCost): boolean {
  return parameters.memory < cost.memory || parameters.passes < cost.passes;
}

/** The parameters as context, for the wrap that they lead to. */
export function kdfContext(parameters: KdfParameters): Context {
  const { name, memory, passes, parallelism, salt } = parameters;
  return [name, memory, passes, parallelism, salt];
}
