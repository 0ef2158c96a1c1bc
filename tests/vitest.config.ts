import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongestFirst } from './longest-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = {
  root,
  globals: false,
  // A test with a browser waits for much of its time. One number for all projects, or they run one after another.
  maxWorkers: availableParallelism() + 1,
};

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
      sequence: { sequencer: LongestFirst },
      projects: [
        project('architecture', ['tests/architecture.test.ts']),
        // A passphrase's work takes seconds on a machine that is busy with browsers.
        project('unit', ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'], {
          testTimeout: 30_000,
          hookTimeout: 30_000,
        }),
        project('contract', ['tests/contract/**/*.test.ts'], {
          testTimeout: 30_000,
          hookTimeout: 60_000,
        }),
        project('mutation', ['tests/mutation/**/*.test.ts'], {
          testTimeout: 120_000,
          hookTimeout: 600_000,
        }),
        project('e2e', ['tests/e2e/**/*.test.ts'], {
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser on a shared machine may stand still for seconds; the report names what needed it.
          retry: 1,
        }),
      ],
    },
  };
});
