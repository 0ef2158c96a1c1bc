import { describe, expect, test } from 'vitest';
import { readApiKey, redact, type ApiKey } from '@/lib/domain/api-key';
import { fakeKey } from '../fake-key';

describe('readApiKey', () => {
  test.each([
    ['admin', 'admin'],
    ['proj', 'project'],
    ['svcacct', 'service-account'],
    ['', 'legacy'],
  ] as const)('knows an %s key by its prefix', (prefix, kind) => {
    expect(readApiKey(fakeKey(prefix))).toMatchObject({ state: 'key', kind });
  });

  test('keeps every character between the white space around it', () => {
    const key = fakeKey('admin');
    expect(readApiKey(`\n ${key}\t`)).toMatchObject({ state: 'key', key });
  });

  test.each(['sk-...1fIA', 'sk-admin-…a1b2', 'sk-4sJHr***w8ZP'])(
    'says that the redacted %s is truncated',
    (text) => expect(readApiKey(text).state).toBe('truncated'),
  );

  test.each([
    '',
    'hello',
    'sk-proj-',
    'key_FAKE',
    `x${'y'.repeat(200)}`,
    `Bearer ${fakeKey('admin')}`,
  ])('does not take %j for a key', (text) => expect(readApiKey(text).state).toBe('not-a-key'));

  test('answers at once for a long text that is nearly a key', () => {
    expect(readApiKey(`sk-${'a-'.repeat(50_000)}`).state).toBe('not-a-key');
  });
});

test('a redacted key shows its prefix and last four characters only', () => {
  expect(redact(fakeKey('admin') as ApiKey)).toBe('sk-admin-…ENDS');
});
