import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findFirefox } from './e2e/harness/find-firefox.ts';
import { LongestFirst } from './longest-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = {
  root,
  globals: false,
  // A test with a browser waits for much of its time. One number for all projects, or they run one after another.
  maxWorkers: availableParallelism() + 1,
};

const inFirefox = (names: readonly string[]): [string[], object] => [
  names.map((name) => `tests/e2e/${name}.test.ts`),
  {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    retry: 1,
    env: { KEYFERRY_BROWSER: 'firefox' },
  },
];

export default defineConfig(async () => {
  const plugins = [await WxtVitest()];
  // With `CI` they run, and fail.
  const hasFirefox = process.env['CI'] === 'true' || (await findFirefox()) !== undefined;
  if (!hasFirefox) console.log('not run: the tests in Firefox, of which there is none here');
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
        // Those that need nothing of one browser's own, in Firefox; `npm run test:firefox` runs both parts.
        ...(hasFirefox
          ? [
              project('firefox', ...inFirefox(['paste'])),
              project(
                'firefox-more',
                ...inFirefox(['aws', 'capture', 'destinations', 'doit-problems', 'worker-death']),
              ),
            ]
          : []),
      ],
    },
  };
});
