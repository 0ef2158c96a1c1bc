import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** The tests of `npm run torture`, one after another. */
export default defineConfig(async () => ({
  plugins: [await WxtVitest()],
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    globals: false,
    include: ['tests/torture/**/*.torture.ts', 'tests/e2e/heap.test.ts'],
    fileParallelism: false,
    testTimeout: 60 * 60_000,
    hookTimeout: 120_000,
  },
}));
