import type { DestinationForm, Reason, Typed } from './form';

/** An age recipient of X25519. */
export const AGE_RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

/** The form of a file. */
export const fileForm: DestinationForm = {
  adapter: 'file',
  fields: [
    {
      name: 'format',
      kind: 'choice',
      say: 'fileFormat',
      choices: ['age', 'dotenvx', 'env'],
      start: 'age',
    },
    { name: 'name', kind: 'name', say: 'fileName', longest: 100, start: 'openai-{product}.age' },
    {
      name: 'recipient',
      kind: 'text',
      say: 'fileRecipient',
      when: ({ format }) => format !== 'env',
    },
    {
      name: 'variable',
      kind: 'text',
      say: 'variable',
      form: /^[A-Za-z_][A-Za-z0-9_]{0,99}$/,
      start: 'OPENAI_API_KEY',
    },
  ],
  reasons,
  origins: () => [],
  // A plain file keeps the key in clear.
  lasting: ({ format }) => format === 'env',
};

function reasons({ format, recipient = '' }: Typed): Record<string, Reason | undefined> {
  if (recipient === '' || format === 'env') return {};
  const form = format === 'age' ? AGE_RECIPIENT : DOTENVX_KEY;
  const key = format === 'age' ? 'ui.fieldForm.ageRecipient' : 'ui.reason.dotenvxKey';
  return { recipient: form.test(recipient) ? undefined : { key } };
}

const DOTENVX_KEY = /^0[23][0-9a-f]{64}$/;
