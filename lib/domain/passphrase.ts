/** The fewest characters that a passphrase may have. */
export const SHORTEST_PASSPHRASE = 10;

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

/** True for a passphrase of fewer than ten characters, of at most two different ones, or from the short list. */
export function isGuessable(passphrase: string): boolean {
  const characters = Array.from(passphrase.normalize('NFKC').trim().toLowerCase());
  return (
    characters.length < SHORTEST_PASSPHRASE ||
    new Set(characters).size <= 2 ||
    COMMON.includes(characters.join(''))
  );
}
