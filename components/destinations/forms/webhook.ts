import { addressOrigins } from './address';
import { AGE_RECIPIENT } from './file';
import type { DestinationForm } from './form';

/** The form of a signed webhook. */
export const webhookForm: DestinationForm = {
  adapter: 'webhook',
  fields: [
    { name: 'address', kind: 'address', say: 'webhookAddress' },
    {
      name: 'name',
      kind: 'name',
      say: 'webhookName',
      longest: 200,
      start: '{product}/OPENAI_API_KEY',
    },
    { name: 'recipient', kind: 'text', say: 'ageRecipient', optional: true, form: AGE_RECIPIENT },
    // Last: the button that makes a pair follows it.
    {
      name: 'secret',
      kind: 'secret',
      say: 'webhookSecret',
      form: /^(whsec|whsk)_[A-Za-z0-9+/]{32,}={0,2}$/,
      longest: 200,
    },
  ],
  origins: addressOrigins,
  pairFor: 'secret',
};
