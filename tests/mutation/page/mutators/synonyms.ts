/** Words that pages of this kind use for the same thing. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  'open-create': [
    'Create new secret key',
    'New secret key',
    'Generate key',
    'Create API key',
    'Add key',
    'Create key',
    'New API key',
  ],
  'submit-create': ['Create secret key', 'Create key', 'Generate key', 'Create API key', 'Create'],
  'permission-read-only': ['Read only', 'Read Only', 'Read-only'],
  '~label:name': ['Name', 'Key name'],
  '~label:expiration': ['Expiration', 'Expires', 'Expiry'],
  '~label:row:Organization Administration': ['Management API Scope'],
  'row-revoke': ['Revoke', 'Delete'],
  'revoke-confirm': ['Revoke', 'Revoke key', 'Delete', 'Delete key'],
  'reveal-done': ['Done', 'Close', 'Finish'],
};
