import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundled, gzipped } from './bundle.ts';
import { judge, sample, type Bench, type Sample } from './measure.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, '.output');
const PEERS = { 'driver.js': 'driver', 'shepherd.js': 'shepherd', 'intro.js': 'intro' } as const;

/** B1 and B16: what is loaded where, compressed, beside the tour libraries; and the package. */
export const bytes: Bench = {
  id: 'B1',
  isQuick: true,
  async run() {
    const script = (name: string) =>
      gzipped(readFileSync(join(OUTPUT, `chrome-mv3/content-scripts/${name}.js`)));
    const samples: Record<string, Sample> = {
      'dashboard script': sample([script('dashboard')]),
      'guide script': sample([script('guide')]),
    };
    for (const [name, entry] of Object.entries(PEERS)) {
      samples[name] = sample([gzipped(await bundled(`peers/${entry}.ts`))]);
    }
    // Its bundle holds React too, which an app has anyway.
    const react = gzipped(await bundled('in-page/bare-popup.tsx'));
    samples['react-joyride'] = sample([gzipped(await bundled('peers/joyride.tsx')) - react]);
    execFileSync('npm run --silent zip', { cwd: ROOT, shell: true, stdio: 'ignore' });
    const packages = join(OUTPUT, 'store');
    const zip = readdirSync(packages).find((file) => file.endsWith('-chrome.zip'));
    if (!zip) throw new Error('No package was made.');
    const zipped = { package: sample([statSync(join(packages, zip)).size]) };
    return [
      judge(samples, {
        id: 'B1',
        what: 'the script on every page of OpenAI’s, beside driver.js',
        unit: 'bytes',
        ours: 'dashboard script',
        base: 'driver.js',
        atMost: 1,
      }),
      judge(samples, {
        id: 'B1',
        what: 'a guide: callout, locator, steps',
        unit: 'bytes',
        ours: 'guide script',
        atMost: 20_000,
      }),
      judge(zipped, {
        id: 'B16',
        what: 'the package, zipped',
        unit: 'bytes',
        ours: 'package',
        atMost: 600_000,
      }),
    ];
  },
};
