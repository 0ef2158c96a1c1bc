import type { z } from 'zod/mini';
import { ageSeal } from '@/lib/crypto/age-seal';
import { dotenvxSeal } from '@/lib/crypto/dotenvx-seal';
import { KeyferryError } from '@/lib/domain/errors';
import { fileSchema } from '@/lib/messaging/destination-messages';
import type { Adapter } from './destination';

/** See {@link fileSchema}. */
export type FileSettings = z.infer<typeof fileSchema>;

/**
 * A file that the person saves from our app page: encrypted to an age recipient, a `.env` that
 * dotenvx decrypts, or a plain `.env` after a warning. Nothing is sent anywhere. Whether it was
 * saved only the browser knows.
 */
export const file: Adapter<FileSettings> = {
  id: 'file',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'accepted',
  idempotency: 'B',
  settings: fileSchema,
  name: 'name',
  origins: () => [],
  /** Encrypts a word: a recipient with one wrong letter looks right, and its file could never be opened. */
  async test(settings) {
    await textOf(settings, 'test');
    return {};
  },
  plan: () => Promise.resolve({ action: 'create' }),
  deliver: () => Promise.reject(new KeyferryError('page_closed')),
  confirm: () => Promise.resolve('absent'),

  async make({ settings, key }) {
    return { name: settings.name, text: await textOf(settings, await key()) };
  },
};

/** What stands in the file. @throws KeyferryError invalid_settings when nothing can be encrypted to the recipient */
async function textOf(
  { format, recipient = '', variable }: FileSettings,
  value: string,
): Promise<string> {
  try {
    switch (format) {
      case 'age':
        return await ageSeal(new TextEncoder().encode(value), recipient);
      case 'dotenvx': {
        const sealed = await dotenvxSeal(value, recipient);
        return `DOTENV_PUBLIC_KEY="${recipient}"\n${variable}="${sealed}"\n`;
      }
      case 'env':
        return `${variable}=${value}\n`;
    }
  } catch (cause) {
    throw new KeyferryError('invalid_settings', [], { cause });
  }
}
