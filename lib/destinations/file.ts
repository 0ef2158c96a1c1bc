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
  test: () => Promise.resolve({}),
  plan: () => Promise.resolve({ action: 'create' }),
  deliver: () => Promise.reject(new KeyferryError('page_closed')),
  confirm: () => Promise.resolve('absent'),

  async make({ settings, key }) {
    const value = await key();
    const { name, format, recipient = '', variable } = settings;
    try {
      switch (format) {
        case 'age':
          return { name, text: await ageSeal(new TextEncoder().encode(value), recipient) };
        case 'dotenvx': {
          const sealed = await dotenvxSeal(value, recipient);
          const text = `DOTENV_PUBLIC_KEY="${recipient}"\n${variable}="${sealed}"\n`;
          return { name, text };
        }
        case 'env':
          return { name, text: `${variable}=${value}\n` };
      }
    } catch (cause) {
      throw new KeyferryError('invalid_settings', [], { cause });
    }
  },
};
