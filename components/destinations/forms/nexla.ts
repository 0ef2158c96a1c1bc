import { addressOrigins, TOKEN } from './address';
import type { DestinationForm } from './form';

/** The form of Nexla. */
export const nexlaForm: DestinationForm = {
  adapter: 'nexla',
  fields: [
    {
      name: 'address',
      kind: 'address',
      say: 'nexlaAddress',
      start: 'https://dataops.nexla.io/nexla-api',
    },
    { name: 'name', kind: 'name', say: 'nexlaName', longest: 120, start: '{product}' },
    { name: 'serviceKey', kind: 'secret', say: 'serviceKey', form: TOKEN, rule: 'token' },
  ],
  origins: addressOrigins,
  lasting: () => true,
};
