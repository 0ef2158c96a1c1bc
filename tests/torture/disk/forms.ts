/** So many bytes of a secret are looked for: a part is as bad, and compression leaves random parts whole. */
const PART = 14;

/** One way in which a part of a secret may stand in a file. */
export interface Form {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Two parts of a secret in every form: plain, UTF-16, hex, and base64 wherever a longer text puts it. */
export function formsOf(secret: string | Uint8Array): Form[] {
  const bytes = Buffer.from(secret);
  const starts = new Set([Math.floor(bytes.length * 0.2), Math.max(0, bytes.length - PART - 2)]);
  return [...starts].flatMap((start) => formsOfPart(bytes.subarray(start, start + PART)));
}

function formsOfPart(part: Buffer): Form[] {
  const hex = part.toString('hex');
  const texts: [name: string, text: string][] = [
    ['plain', part.toString('latin1')],
    ['hex', hex],
    ['HEX', hex.toUpperCase()],
    ...[0, 1, 2].flatMap((before): [string, string][] => {
      const whole = Buffer.concat([Buffer.alloc(before), part]).toString('base64');
      // Without the characters that bytes before or after it have a share in.
      const text = whole.slice(
        before === 0 ? 0 : before + 1,
        Math.floor(((before + part.length) * 8) / 6),
      );
      const forUrl = text.replaceAll('+', '-').replaceAll('/', '_');
      const forms: [string, string][] = [[`base64+${before}`, text]];
      return forUrl === text ? forms : [...forms, [`base64url+${before}`, forUrl]];
    }),
  ];
  return texts.flatMap(([name, text]) => [
    { name, bytes: Buffer.from(text, 'latin1') },
    { name: `UTF-16 ${name}`, bytes: Buffer.from(text, 'utf16le') },
  ]);
}
