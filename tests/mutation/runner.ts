import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { explainScript } from '../locate/bundle.ts';
import type { Material, Outcome } from './case.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TABS = 2;
/** So many pages per question to a tab. */
const BATCH = 20;

interface InPage {
  readonly keyferryMutants: {
    take(material: Material): void;
    run(seeds: readonly number[], withHtml?: boolean): Outcome[];
  };
}

/** Makes a mutated page of each seed, lets the locator see it, and says what became of its anchors. */
export async function runSeeds(
  browser: Browser,
  material: Material,
  seeds: readonly number[],
  withHtml = false,
): Promise<Outcome[]> {
  const scripts = [await explainScript(), await mutantsScript()];
  const left = [...seeds];
  const outcomes: Outcome[] = [];
  await Promise.all(
    Array.from({ length: Math.min(TABS, seeds.length) }, async () => {
      const page = await openTab(browser, material, scripts);
      while (left.length > 0) {
        const batch = left.splice(0, BATCH);
        outcomes.push(
          ...(await page.evaluate(
            ([some, html]) => (globalThis as never as InPage).keyferryMutants.run(some, html),
            [batch, withHtml] as const,
          )),
        );
      }
      await page.context().close();
    }),
  );
  return outcomes.toSorted((a, b) => a.seed - b.seed);
}

async function openTab(
  browser: Browser,
  material: Material,
  scripts: readonly string[],
): Promise<Page> {
  const page = await openEmpty(browser);
  for (const script of scripts) await page.evaluate(script);
  await page.evaluate(
    (given) => (globalThis as never as InPage).keyferryMutants.take(given),
    material,
  );
  return page;
}

/** An empty page under the dashboard's address, without any network. */
export async function openEmpty(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
      : route.abort(),
  );
  const page = await context.newPage();
  await page.goto('https://platform.openai.com/api-keys');
  return page;
}

async function mutantsScript(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'page/entry.ts'),
        formats: ['iife'],
        name: 'mutants',
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('The mutators could not be bundled.');
  return chunk.code;
}
