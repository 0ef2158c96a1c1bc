import { describe, expect, test } from 'vitest';
import { harmless } from '@/lib/activity/entry';
import { fakeKey } from '../fake-key';

const entry = { at: 1, what: 'confirmed' } as const;

describe('what is written down', () => {
  test('keeps names, codes and redacted forms', () => {
    const said = {
      ...entry,
      itemId: 'i',
      redacted: 'sk-admin-…a1b2',
      place: 'AWS prod (eu-west-1)',
      reason: 'timed_out',
    };
    expect(harmless(said)).toEqual(said);
  });

  test('never a key that was pasted into a name', () => {
    const key = fakeKey('proj');
    const place = `Prod ${key} two`;
    const { place: kept } = harmless({ ...entry, place });
    expect(kept).toBe('Prod … two');
  });

  test('never a key in place of its redacted form, and never a sentence in place of a code', () => {
    const said = { ...entry, redacted: fakeKey('proj'), reason: 'The server said: no' };
    expect(harmless(said)).toEqual(entry);
  });

  test('cuts long names', () => {
    expect(harmless({ ...entry, place: 'word '.repeat(40) }).place).toHaveLength(80);
  });
});
