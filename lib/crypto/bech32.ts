import type { Bytes } from './base64';

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM_LENGTH = 6;

/**
 * The bytes of a Bech32 text with this prefix, in lower case (BIP 173).
 * @throws Error when it is none, or its checksum is wrong
 */
export function fromBech32(text: string, prefix: string): Bytes {
  const values = Array.from(text.slice(prefix.length + 1), (letter) => LETTERS.indexOf(letter));
  const expanded = Array.from(prefix, (letter) => letter.charCodeAt(0));
  const checked = [
    ...expanded.map((code) => code >> 5),
    0,
    ...expanded.map((code) => code & 31),
    ...values,
  ];
  if (!text.startsWith(`${prefix}1`) || values.includes(-1) || polymod(checked) !== 1) {
    throw new Error('not a Bech32 text');
  }
  const bits = values.slice(0, -CHECKSUM_LENGTH).map((value) => value.toString(2).padStart(5, '0'));
  const octets = bits.join('').match(/.{8}/g) ?? [];
  return Uint8Array.from(octets, (octet) => Number.parseInt(octet, 2));
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [at, part] of GENERATOR.entries()) if ((top >>> at) & 1) sum ^= part;
  }
  return sum;
}
