import * as z from 'zod/mini';
import type { Damage, VaultStatus } from '@/lib/domain/views';
import { nothing, ours, passphrase } from './parts';

/** The messages about the vault as a whole; a part of the table of messages. */
export const vaultMessages = {
  'vault/create': { from: ours, request: z.strictObject({ passphrase }) },
  'vault/unlock': { from: ours, request: z.strictObject({ passphrase }) },
  'vault/lock': { from: ours, request: nothing },
  /** Looks at everything that is stored. */
  'vault/check': { from: ours, request: nothing },
} as const;

/** What the messages about the vault are answered with. */
export interface VaultAnswers {
  'vault/check': readonly Damage[];
  'vault/create': VaultStatus;
  'vault/unlock': VaultStatus;
}
