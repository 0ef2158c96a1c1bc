import { readPage } from '@/lib/dashboard/snapshot';

Object.assign(globalThis, {
  /** Reads the page as a running guide does after each change. */
  readOnce: () => readPage(document, new URL('https://platform.openai.com/api-keys')),
});
