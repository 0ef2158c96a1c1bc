import { expect, test } from 'vitest';
import { addressIn, patternOf } from '@/components/destinations/portal-places';

test.each([
  ['innoslate.acme.example', 'https://innoslate.acme.example'],
  [' https://Innoslate.acme.example:8443/a?b#c ', 'https://innoslate.acme.example:8443'],
  ['http://innoslate.acme.example', undefined],
  ['javascript://innoslate.acme.example', undefined],
  ['https://me:secret@innoslate.acme.example', undefined],
  ['innoslate', undefined],
  ['', undefined],
  ['https://', undefined],
])('The address in “%s” is %s.', (typed, address) => {
  expect(addressIn(typed)).toBe(address);
});

test('The pattern that the browser is asked for has no port.', () => {
  expect(patternOf('https://innoslate.acme.example:8443')).toBe('https://innoslate.acme.example/*');
});
