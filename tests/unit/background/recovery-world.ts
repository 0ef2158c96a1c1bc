import { loadArgon2id } from '@/lib/crypto/argon2id';
import { KDF_FLOOR } from '@/lib/crypto/kdf-parameters';
import type { ApiKey } from '@/lib/domain/api-key';
import { createMemory } from '@/lib/background/memory';
import { createRecipeBook } from '@/lib/background/recipe-book';
import { createRecoveryHandlers } from '@/lib/background/recovery-handlers';
import type { Services } from '@/lib/background/services';
import type { MessageName, MessageRequest } from '@/lib/messaging/protocol';
import { openVaultDb } from '@/lib/vault/db';
import { createRecovery } from '@/lib/vault/recovery';
import { createSession } from '@/lib/vault/session';
import { createVault } from '@/lib/vault/vault';
import { fakeApiKey } from '../fake-api-key';
import { fakeKey } from '../fake-key';
import { memoryArea } from '../vault/harness';

/** One machine: a vault of its own in a database of its own, with what answers messages about backups. */
export function machine(name: string) {
  const clock = { time: Date.UTC(2026, 10, 21) };
  const now = () => clock.time;
  const db = openVaultDb(name);
  const session = createSession(memoryArea(), now);
  const kdf = { cost: KDF_FLOOR, load: loadArgon2id };
  const vault = createVault({ db, session, now, kdf });
  const recovery = createRecovery({ db, session, now });
  const memory = createMemory(memoryArea());
  const local = new Map<string, unknown>();
  const book = createRecipeBook(
    {
      get: async (keys) =>
        Object.fromEntries([...local].filter(([key]) => keys === null || keys.includes(key))),
      async set(items) {
        for (const [key, value] of Object.entries(items)) local.set(key, value);
      },
      async remove(keys) {
        for (const key of keys) local.delete(key);
      },
    },
    () => crypto.randomUUID(),
  );
  const services = { db, vault, recovery, memory, book, now, changed: () => memory.touch() };
  const handlers = createRecoveryHandlers(services as unknown as Services);
  const ours = { tabId: undefined, rule: 'extension-page' } as const;

  return {
    clock,
    db,
    vault,
    recovery,
    memory,
    book,
    local,
    ask: <N extends keyof typeof handlers & MessageName>(
      message: N,
      request: MessageRequest<N>,
    ): ReturnType<(typeof handlers)[N]> => {
      const handle = handlers[message] as (request: unknown, sender: object) => unknown;
      return handle(request, ours) as ReturnType<(typeof handlers)[N]>;
    },
  };
}

/** A whole key of a kind, made here. */
export function apiKey(mark: string, kind: Parameters<typeof fakeKey>[0] = 'admin'): ApiKey {
  return fakeApiKey(kind, mark);
}
