import { readApiKey, type ApiKey } from '@/lib/domain/api-key';
import { fakeKey } from './fake-key.ts';

/** A fake key, read as the product reads one. */
export function fakeApiKey(prefix: Parameters<typeof fakeKey>[0], mark = ''): ApiKey {
  const reading = readApiKey(fakeKey(prefix, mark));
  if (reading.state !== 'key') throw new Error('The fake key has lost its shape.');
  return reading.key;
}
