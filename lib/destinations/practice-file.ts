import { ageSealOpenly } from '@/lib/crypto/age-seal';
import { PRACTICE_FILE } from '@/lib/domain/practice';
import { file, type FileSettings } from './file';

/** The settings that a practice needs; nobody sets them. */
export const PRACTICE_SETTINGS: FileSettings = {
  name: PRACTICE_FILE.name,
  format: 'age',
  variable: 'OPENAI_API_KEY',
};

/**
 * The end of a practice: an age file that a passphrase opens, so that nobody needs a recipient for it.
 * It takes keys of the practice only, and no other place takes those.
 */
export const practiceFile = {
  ...file,
  accepts: ['practice'],
  async make({ key }) {
    const { name, passphrase } = PRACTICE_FILE;
    return { name, text: await ageSealOpenly(new TextEncoder().encode(await key()), passphrase) };
  },
} as const satisfies typeof file;
