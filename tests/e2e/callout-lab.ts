import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import type { CalloutContent } from '@/lib/callout/content';

const ROOT = resolve(import.meta.dirname, '../..');
const TEXT = '\0text';

/** The callout as a script for any page, which gets it as `lab`; its own strings show as their paths. */
async function calloutScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    plugins: [
      {
        name: 'strings',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('/lib/text') ? TEXT : undefined),
        load: (id) =>
          id === TEXT
            ? 'export const text = (path) => path === "@@bidi_dir" ? window.bidi : path.split(".").pop();'
            : undefined,
      },
    ],
    build: {
      write: false,
      lib: { entry: join(ROOT, 'lib/callout/callout.ts'), formats: ['iife'], name: 'lab' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const [chunk] = bundle?.output ?? [];
  if (!chunk) throw new Error('Nothing was built');
  return chunk.code;
}

let script: Promise<string> | undefined;

/** A page with the callout in its own world, where a test can look into the closed tree as `root`. */
export async function openLab(
  page: Page,
  html: string,
  bidi: 'ltr' | 'rtl' = 'ltr',
): Promise<void> {
  script ??= calloutScript();
  await page.setContent(`<!doctype html><html lang="en"><body>${html}</body></html>`);
  await page.evaluate((dir) => {
    Reflect.set(window, 'bidi', dir);
    Reflect.set(window, 'presses', []);
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attachShadow(init) {
      const root = attach.call(this, init);
      Reflect.set(window, 'root', root);
      return root;
    };
  }, bidi);
  await page.addScriptTag({ content: await script });
  await page.evaluate(() => {
    const { lab, presses } = globalThis as never as {
      lab: { createCallout(d: Document, press: (id: string) => void, s: AbortSignal): object };
      presses: string[];
    };
    const { signal } = new AbortController();
    Reflect.set(
      window,
      'callout',
      lab.createCallout(document, (id) => presses.push(id), signal),
    );
  });
}

/** Shows a content beside `#anchor`, in `#dialog` before `#last`, as far as the page has them. */
export async function showIn(page: Page, content: CalloutContent): Promise<void> {
  await page.evaluate((what) => {
    const { callout } = globalThis as never as {
      callout: { show(content: unknown, where: object): void };
    };
    const [anchor, dialog, last] = ['anchor', 'dialog', 'last'].map(
      (id) => document.getElementById(id) ?? undefined,
    );
    callout.show(what, { anchor, dialog, last });
  }, content);
}
