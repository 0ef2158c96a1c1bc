import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inventory } from './files.ts';
import { pack, type Browser } from './pack.ts';
import { drawPictures } from './pictures.ts';
import { prove } from './prove.ts';
import { billOfMaterials, type Lock } from './sbom.ts';

/**
 * `npm run zip`: the packages for the stores and the bill of materials. `npm run store`: also the texts,
 * screenshots and tiles of the listing. `-- --prove` builds the packed sources anew and compares; `-- --readme`
 * draws the README's pictures anew.
 */

const { values } = parseArgs({
  options: {
    packages: { type: 'boolean', default: false },
    prove: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    browser: { type: 'string', multiple: true, default: ['chrome', 'edge', 'firefox'] },
    out: { type: 'string', default: '.output/store' },
  },
});
const folder = resolve(values.out);
rmSync(folder, { recursive: true, force: true });

const { files, modules } = await pack(values.browser as Browser[], folder);
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
writeFileSync(
  join(folder, `keyferry-${lock.version}-sbom.cdx.json`),
  billOfMaterials(lock, modules),
);

if (!values.packages) {
  cpSync('.store/listing', join(folder, 'listing'), { recursive: true });
  // The packages carry no key; the browser of the pictures loads the build that has one.
  execFileSync('npm run --silent build:chrome', {
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await drawPictures(folder, values.readme);
}

const written = inventory(folder);
writeFileSync(join(folder, 'list.txt'), written);
console.log(`\nWritten to ${folder}:\n${written}`);

if (values.prove) {
  const [sources, firefox] = ['sources', 'firefox'].map((name) =>
    files.find((file) => file.endsWith(`-${name}.zip`)),
  );
  console.log('The sources, built anew:');
  const differing = prove(sources ?? '', firefox ?? '');
  console.log(differing.join('\n') || '  the same as the package, byte for byte');
  process.exitCode = differing.length > 0 ? 1 : 0;
}
