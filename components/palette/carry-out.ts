import { send } from '@/lib/messaging/client';
import { saveKeys } from '../keys/key-export';
import { NEWEST } from '../keys/key-hash';
import type { Platform } from '../platform';
import type { Act, Command } from './commands';

const EVERY_KEY = { query: '', filter: {}, sort: NEWEST };

/** Does what a command does, then goes where it goes. Throws what `send` throws. */
export async function carryOut(
  { act, hash }: Pick<Command, 'act' | 'hash'>,
  platform: Pick<Platform, 'openApp' | 'save'>,
): Promise<void> {
  if (act) await perform(act, platform);
  if (hash !== undefined) platform.openApp(hash);
}

async function perform(act: Act, { save }: Pick<Platform, 'save'>): Promise<void> {
  switch (act.name) {
    case 'lock':
      await send('vault/lock', {});
      return;
    case 'check':
      await send('verification/all', {});
      return;
    case 'export':
      await saveKeys(EVERY_KEY, 'csv', save, () => undefined);
      return;
    case 'guide':
      await send('guide/start', { recipeId: act.recipeId });
      return;
  }
}
