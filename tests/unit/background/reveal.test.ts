import { beforeEach, describe, expect, test } from 'vitest';
import { createRevealHandlers } from '@/lib/background/reveal-handlers';
import type { Services } from '@/lib/background/services';
import { toBase64 } from '@/lib/crypto/base64';
import { PASSPHRASE } from '../vault/harness';
import { watchedWorld } from './activity-world';
import { apiKey } from './recovery-world';

const ours = { tabId: undefined, rule: 'extension-page' } as const;
const prfOf = (byte: number) => toBase64(new Uint8Array(32).fill(byte));
const KEY = apiKey('SHOWN');

let world: ReturnType<typeof watchedWorld>;
let itemId: string;

beforeEach(async () => {
  world = watchedWorld();
  await world.vault.create(PASSPHRASE);
  ({ itemId } = await world.vault.capture(KEY, {}));
});

const reveal = (proof: { passphrase: string } | { prf: string }) =>
  createRevealHandlers(world as unknown as Services)['key/reveal']({ itemId, ...proof }, ours);

describe('a key is shown', () => {
  test('for the passphrase, and for nothing else that was typed', async () => {
    await expect(reveal({ passphrase: 'another one' })).rejects.toThrow('wrong_passphrase');
    expect(await reveal({ passphrase: PASSPHRASE })).toEqual({ text: KEY });
  });

  test('for what a passkey of this vault computed, and for no other’s', async () => {
    await expect(reveal({ prf: prfOf(1) })).rejects.toThrow('wrong_passkey');
    await world.vault.addPasskey(
      { passphrase: PASSPHRASE },
      { credentialId: prfOf(8), salt: prfOf(9), prf: prfOf(1) },
    );
    expect(await reveal({ prf: prfOf(1) })).toEqual({ text: KEY });
    await expect(reveal({ prf: prfOf(2) })).rejects.toThrow('wrong_passkey');
  });

  test('never while the vault is locked, whatever the proof', async () => {
    await world.vault.lock();
    await expect(reveal({ passphrase: PASSPHRASE })).rejects.toThrow('vault_locked');
    expect(await world.vault.status()).toBe('locked');
  });
});

describe('a wrong try to see a key', () => {
  test('counts as at the unlock, also after the vault has locked', async () => {
    const [passphrase, passkey] = [{ passphrase: 'no' }, { prf: prfOf(3) }] as const;
    for (let at = 0; at < 5; at += 1) {
      await expect(reveal(at % 2 ? passkey : passphrase)).rejects.toThrow(/^wrong_/);
    }
    await expect(reveal({ passphrase: PASSPHRASE })).rejects.toThrow('too_many_tries');
    await world.vault.lock();
    await expect(world.vault.unlock({ passphrase: PASSPHRASE })).rejects.toThrow('too_many_tries');
    world.clock.time += 30_000;
    await world.vault.unlock({ passphrase: PASSPHRASE });
    expect(await reveal({ passphrase: PASSPHRASE })).toEqual({ text: KEY });
  });

  test('is one of those at the unlock, and a right one makes as many free again', async () => {
    for (const proof of [{ prf: prfOf(3) }, { passphrase: 'no' }]) {
      await expect(world.vault.unlock(proof)).rejects.toThrow(/^wrong_/);
    }
    const tries = async (count: number) => {
      for (let at = 0; at < count; at += 1) {
        await expect(reveal({ prf: prfOf(3) })).rejects.toThrow('wrong_passkey');
      }
    };
    await tries(2);
    expect(await reveal({ passphrase: PASSPHRASE })).toEqual({ text: KEY });
    await tries(5);
    await expect(reveal({ passphrase: PASSPHRASE })).rejects.toThrow('too_many_tries');
  });

  test('is written down, by passphrase and by passkey', async () => {
    await expect(reveal({ passphrase: 'no' })).rejects.toThrow();
    await expect(reveal({ prf: prfOf(3) })).rejects.toThrow();
    const failed = (await world.log()).filter(({ what }) => what === 'unlock_failed');
    expect(failed).toHaveLength(2);
  });
});
