import { argon2id as hashWasm } from 'hash-wasm';
import { loadArgon2id } from '@/lib/crypto/argon2id';
import { KDF_COST } from '@/lib/crypto/kdf-parameters';

const password = new TextEncoder().encode('nineteen quiet lantern boats');
const salt = new Uint8Array(16);

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs in a page of the extension: each derives a key once, in milliseconds. */
export const derive = {
  ours: () =>
    timed(async () => {
      const { memory, passes, parallelism } = KDF_COST;
      const argon2id = await loadArgon2id();
      argon2id({ password, salt, memorySize: memory, passes, parallelism, tagLength: 32 });
    }),
  hashWasm: () =>
    timed(() => {
      const { memory, passes, parallelism } = KDF_COST;
      return hashWasm({
        password,
        salt,
        memorySize: memory,
        iterations: passes,
        parallelism,
        hashLength: 32,
        outputType: 'binary',
      });
    }),
  pbkdf2: () =>
    timed(async () => {
      // Chromium keeps what it derived: another salt each time.
      const other = crypto.getRandomValues(new Uint8Array(16));
      const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
      await crypto.subtle.deriveBits(
        { name: 'PBKDF2', hash: 'SHA-256', salt: other, iterations: 600_000 },
        key,
        256,
      );
    }),
};
