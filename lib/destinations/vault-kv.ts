import { hostPattern } from '@/lib/domain/address';
import { vaultKvSchema } from '@/lib/messaging/destination-messages';
import type { Adapter } from './destination';
import type { VaultKvSettings } from './vault-api';
import { kv1 } from './vault-kv1';
import { kv2 } from './vault-kv2';

/**
 * HashiCorp Vault and OpenBao, secrets engine KV. Version 2 is written by compare-and-set and
 * confirmed by its metadata, so that the token needs no right to read the key; version 1 has
 * neither, and is read back.
 */
export const vaultKv: Adapter<VaultKvSettings> = {
  id: 'vault-kv',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'metadata',
  idempotency: 'A',
  settings: vaultKvSchema,
  name: 'path',
  origins: ({ address }) => [hostPattern(address)],
  test: (settings, io) => engine(settings).test(settings, io),
  plan: (job, io) => engine(job.settings).plan(job, io),
  deliver: (job, io) => engine(job.settings).deliver(job, io),
  confirm: (job, io) => engine(job.settings).confirm(job, io),
  undo: {
    plan: (job, io) => engine(job.settings).undo.plan(job, io),
    run: (job, io) => engine(job.settings).undo.run(job, io),
  },
};

const engine = ({ version }: VaultKvSettings) => (version === '1' ? kv1 : kv2);
