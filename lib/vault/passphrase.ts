import { KeyferryError } from '@/lib/domain/errors';

const SHORTEST = 10;

/** What is tried first by anyone. Only those that are long enough to matter. */
const COMMON = [
  '1234567890',
  '12345678910',
  '0123456789',
  '0987654321',
  'qwertyuiop',
  'qwerty12345',
  'qwertyuiop123',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  'password12',
  'password123',
  'password1234',
  'passwordpassword',
  'passw0rd123',
  'administrator',
  'adminadmin',
  'letmein123',
  'welcome123',
  'changeme123',
  'iloveyou123',
  'abcdefghij',
  'correct horse battery staple',
  'correcthorsebatterystaple',
];

/**
 * Refuses a passphrase of fewer than ten characters, of two different ones, or from the short list.
 * @throws KeyferryError weak_passphrase
 */
export function assertStrong(passphrase: string): void {
  const characters = Array.from(passphrase.normalize('NFKC').trim().toLowerCase());
  const weak =
    characters.length < SHORTEST ||
    new Set(characters).size <= 2 ||
    COMMON.includes(characters.join(''));
  if (weak) throw new KeyferryError('weak_passphrase');
}
