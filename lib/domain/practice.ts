/** The one place that takes a key of the practice: an age file on the person's own computer. */
export const PRACTICE_PLACE = 'practice';

/** What the file is called, and the passphrase that opens it: nothing in it is worth a better one. */
export const PRACTICE_FILE = { name: 'keyferry-practice.age', passphrase: 'practice' } as const;
