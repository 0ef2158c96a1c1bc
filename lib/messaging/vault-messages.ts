import * as z from 'zod/mini';
import { IDLE_MINUTES, MOST_HOURS } from '@/lib/domain/locking';
import type { Damage, VaultStatus } from '@/lib/domain/views';
import { id, nothing, ours, passphrase, prf, proof } from './parts';

/** Base64 of a passkey's name or salt. */
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(2048));

/** The messages about the vault as a whole; a part of the table of messages. */
export const vaultMessages = {
  'vault/create': { from: ours, request: () => z.strictObject({ passphrase }) },
  'vault/unlock': { from: ours, request: () => proof },
  /** Whether a proof is right, before something that should not be begun in vain. */
  'vault/prove': { from: ours, request: () => z.strictObject({ proof }) },
  'vault/lock': { from: ours, request: nothing },
  /** Looks at everything that is stored. */
  'vault/check': { from: ours, request: nothing },
  'vault/change-passphrase': {
    from: ours,
    request: () => z.strictObject({ proof, to: passphrase }),
  },
  'vault/add-passkey': {
    from: ours,
    request: () =>
      z.strictObject({
        proof,
        passkey: z.strictObject({ credentialId: base64, salt: base64, prf }),
      }),
  },
  'vault/remove-passkey': { from: ours, request: () => z.strictObject({ proof, id }) },
  /** When it locks by itself. A running session can only become shorter by it. */
  'vault/locking': {
    from: ours,
    request: () =>
      z.strictObject({
        idleMinutes: z.literal(IDLE_MINUTES),
        mostHours: z.literal(MOST_HOURS),
        withComputer: z.boolean(),
      }),
  },
} as const;

/** What the messages about the vault are answered with. */
export interface VaultAnswers {
  'vault/check': readonly Damage[];
  'vault/create': VaultStatus;
  'vault/unlock': VaultStatus;
}
