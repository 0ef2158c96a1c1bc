import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = { root, globals: false };

export default defineConfig(async () => {
  const plugins = [await WxtVitest()];
  const project = (name: string, include: string[], more: object = {}) => ({
    plugins,
    root,
    test: { ...shared, name, include, ...more },
  });
  return {
    root,
    test: {
      projects: [
        project('architecture', ['tests/architecture.test.ts']),
        project('unit', ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx']),
        project('contract', ['tests/contract/**/*.test.ts'], {
          testTimeout: 30_000,
          hookTimeout: 60_000,
        }),
        project('mutation', ['tests/mutation/**/*.test.ts'], {
          // Each file has a stand-in and browsers of its own.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        }),
        project('e2e', ['tests/e2e/**/*.test.ts'], {
          // Each file has a stand-in and browsers of its own.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        }),
      ],
    },
  };
});
