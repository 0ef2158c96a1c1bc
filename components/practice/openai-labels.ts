/** OpenAI's own labels on the practice page. They are English there in every language, and the guide finds by them. */
export const OPENAI = {
  open: 'Create new secret key',
  name: 'Name',
  permissions: 'Permissions',
  choices: ['All', 'Restricted', 'Read only'],
  cancel: 'Cancel',
  create: 'Create secret key',
  reveal: 'Save your key',
  copy: 'Copy',
  done: 'Done',
} as const;
