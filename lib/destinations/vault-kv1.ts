import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { mayReplace } from './destination';
import { asObject } from './json-api';
import { callVault, kvPath, tokenEnd, vaultApi, type VaultKvSettings } from './vault-api';
import type { kv2 } from './vault-kv2';

/** KV version 1: one value, no history, nothing beside it. What is there is read, and compared in memory. */
export const kv1: typeof kv2 = {
  async test(settings, io) {
    await read(settings, io);
    return tokenEnd(io, settings);
  },

  async plan({ settings }, io) {
    const present = await read(settings, io);
    return { action: present?.[settings.field] === undefined ? 'create' : 'conflict' };
  },

  async deliver(job, io) {
    const { settings, key } = job;
    const present = await read(settings, io);
    const value = await key();
    const there = present?.[settings.field];
    if (there === value) return undefined;
    if (there !== undefined && !mayReplace(job)) {
      throw new KeyferryError('destination_conflict', [settings.path]);
    }
    const answer = await callVault(io, settings, 'POST', kvPath('', settings), {
      ...present,
      [settings.field]: value,
    });
    if (answer.status !== 204 && answer.status !== 200) throw answer.error;
    return undefined;
  },

  async confirm({ settings, key }, io) {
    const present = await read(settings, io);
    if (present?.[settings.field] !== (await key())) return 'absent';
    return {
      reference: `${vaultApi(settings).place} › ${settings.mount}/${settings.path} › ${settings.field}`,
      at: io.now(),
      proof: 'value',
    };
  },

  undo: {
    // Whose value it is can't be told without the key, and taking back must not need it.
    plan: () => Promise.resolve('never'),
    run: () => Promise.reject(new KeyferryError('undo_unavailable', ['Vault'])),
  },
};

async function read(
  settings: VaultKvSettings,
  io: Io,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const answer = await callVault(io, settings, 'GET', kvPath('', settings));
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw answer.error;
  return asObject<{ data: Record<string, unknown> }>(answer, vaultApi(settings)).data;
}
