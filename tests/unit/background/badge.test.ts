import { expect, test } from 'vitest';
import { badgeOf, type BadgeFacts } from '@/lib/background/badge';

const NOTHING: BadgeFacts = {
  held: [],
  offers: [],
  broken: false,
  deliveries: [],
  proof: undefined,
};
const current = { currentKeyId: 'key' };
const held = [{ value: 'sk-FAKE', redacted: 'sk-…FAKE', why: 'disk-full' }] as const;

test.each<[string, Partial<BadgeFacts>, string]>([
  ['nothing to do', {}, ''],
  ['a key on a page that nobody has saved', { offers: [7] }, '1'],
  ['a key that was captured', current, '1'],
  ['a key on its way', { ...current, deliveries: [{ state: 'sending' }] }, '1'],
  ['a key that the vault could not take', { held }, '!'],
  ['a key that broke', { broken: true }, '!'],
  [
    'a delivery that waits for the person',
    { ...current, deliveries: [{ state: 'waiting', reason: 'page_closed' }] },
    '!',
  ],
  [
    'a delivery that failed beside one that arrived',
    { ...current, deliveries: [{ state: 'confirmed' }, { state: 'failed', reason: 'timed_out' }] },
    '!',
  ],
  [
    'a delivery that the person ended',
    { ...current, deliveries: [{ state: 'failed', reason: 'cancelled' }] },
    '1',
  ],
  [
    'a key that arrived and is not as needed',
    { ...current, deliveries: [{ state: 'confirmed' }], proof: { outcome: 'rejected' } },
    '!',
  ],
  [
    'a key that broke and that somebody has looked at',
    {
      ...current,
      deliveries: [{ state: 'confirmed' }],
      proof: { outcome: 'rejected', was: 'verified' },
    },
    '',
  ],
  [
    'a key that arrived, and OpenAI could not be asked',
    { ...current, deliveries: [{ state: 'confirmed' }], proof: { outcome: 'indeterminate' } },
    '',
  ],
  ['a key that was taken back', { ...current, deliveries: [{ state: 'undone' }] }, ''],
])('the toolbar button’s sign for %s', (_what, facts, sign) => {
  expect(badgeOf({ ...NOTHING, ...facts })).toBe(sign);
});
