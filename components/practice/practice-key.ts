const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 32;

/** What the practice page shows in the place of a key: `practice-` and letters by chance. It opens nothing. */
export function newPracticeKey(): string {
  const numbers = crypto.getRandomValues(new Uint8Array(LENGTH));
  return `practice-${[...numbers].map((number) => LETTERS[number % LETTERS.length]).join('')}`;
}
