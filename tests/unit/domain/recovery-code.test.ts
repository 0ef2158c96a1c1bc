import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CODE_BYTES, makeRecoveryCode, readRecoveryCode } from '@/lib/domain/recovery-code';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a recovery code', () => {
  it('holds at least 120 random bits, in six groups of five', () => {
    expect(CODE_BYTES * 5).toBeGreaterThanOrEqual(120);
    expect(code()).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}$/);
  });

  it('depends on every random byte', () => {
    const bytes = new Uint8Array(CODE_BYTES);
    const codes = Array.from(bytes, (_, at) => makeRecoveryCode(bytes.with(at, 1)) ?? `none ${at}`);
    expect(new Set(codes).size).toBe(CODE_BYTES);
  });

  it('reads as it was made, in any case and grouping, with letters that look like digits', () => {
    for (const made of Array.from({ length: 50 }, code)) {
      const typed = made
        .replaceAll('-', ' ')
        .toLowerCase()
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(readRecoveryCode(` ${typed}\n`)).toEqual({ state: 'code', code: made });
      expect(readRecoveryCode(made.replaceAll('-', '–'))).toEqual({ state: 'code', code: made });
    }
  });

  it('tells every wrong symbol and every swap of neighbours', () => {
    const plain = code().replaceAll('-', '');
    for (const at of Array.from(plain).keys()) {
      for (const symbol of `${SYMBOLS}U*`) {
        if (symbol === plain[at]) continue;
        const wrong = plain.slice(0, at) + symbol + plain.slice(at + 1);
        expect(readRecoveryCode(wrong).state).toBe('mistyped');
      }
      const swapped =
        plain.slice(0, at) +
        plain
          .slice(at, at + 2)
          .split('')
          .toReversed()
          .join('') +
        plain.slice(at + 2);
      if (swapped !== plain) expect(readRecoveryCode(swapped).state).toBe('mistyped');
    }
  });

  it('says how much is missing', () => {
    expect(readRecoveryCode(code().slice(0, -2))).toEqual({ state: 'length', missing: 2 });
    expect(readRecoveryCode('')).toEqual({ state: 'length', missing: 30 });
    expect(readRecoveryCode(`${code()}0`)).toEqual({ state: 'length', missing: -1 });
  });
});

function code(): string {
  return makeRecoveryCode(randomBytes(CODE_BYTES)) ?? code();
}
