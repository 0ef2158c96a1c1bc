import { expect, test } from 'vitest';
import { fromBech32 } from '@/lib/crypto/bech32';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test.each([
  ['a12uel5l', 'a', ''],
  [
    'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    'abcdef',
    '00443214c74254b635cf84653a56d7c675be77df',
  ],
  ['split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w', 'split', undefined],
])('%s, of BIP 173, is read', (text, prefix, bytes) => {
  const read = hex(fromBech32(text, prefix));
  expect(read).toBe(bytes ?? read);
});

test.each([
  ['a12uel5m', 'a', 'a wrong checksum'],
  ['A1G7SGD8', 'a', 'capital letters, and a checksum made of them'],
  ['x1b4n0q5v', 'x', 'a letter that is none of its letters'],
  ['1qzzfhee', 'a', 'no prefix'],
  ['abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', 'age', 'another prefix'],
])('%s for %s is refused: %s', (text, prefix) => {
  expect(() => fromBech32(text, prefix)).toThrow();
});
