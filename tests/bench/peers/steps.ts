/** What every peer says. */
export const STEPS = [
  { title: 'Press “Create new key”', body: 'It opens the dialog.' },
  { title: 'Name the key', body: 'So that everyone knows later what the key is for.' },
  { title: 'Let it expire in 90 days', body: 'A key that ends by itself can’t be forgotten.' },
] as const;
