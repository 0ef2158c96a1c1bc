import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Explanation } from '@/lib/dashboard/explain';
import { explainScript } from './bundle.ts';

/** How long a page may go on changing before it is read as it is, in milliseconds. */
const LONGEST = 4_000;

/**
 * Opens a saved page under the address that it was saved from, without any network, and lets
 * Keyferry's own code say what it sees there.
 * @param file an HTML file; what it refers to is read from its folder.
 */
export async function explainSavedPage(
  browser: Browser,
  file: string,
  url: string,
): Promise<Explanation> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
  });
  try {
    const page = await context.newPage();
    await context.route('**/*', (route) => {
      const request = route.request();
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: readFileSync(file, 'utf8'),
        });
      }
      const beside = fileBeside(file, url, request.url());
      return beside ? route.fulfill({ path: beside }) : route.abort();
    });
    await page.goto(url, { waitUntil: 'load' });
    await settled(page);
    await page.evaluate(await explainScript());
    return await page.evaluate(
      (address) =>
        (globalThis as never as { keyferryExplain(url: string): Explanation }).keyferryExplain(
          address,
        ),
      url,
    );
  } finally {
    await context.close();
  }
}

/** The file in the page's folder that an address of the page's own site stands for. */
function fileBeside(file: string, pageUrl: string, url: string): string | undefined {
  const asked = new URL(url);
  if (asked.origin !== new URL(pageUrl).origin) return undefined;
  const folder = dirname(file);
  const from = relative(dirname(new URL(pageUrl).pathname), decodeURIComponent(asked.pathname));
  const path = normalize(join(folder, from));
  const isInside = !relative(folder, path).startsWith('..');
  return isInside && existsSync(path) && statSync(path).isFile() ? path : undefined;
}

/** Waits until a page that renders itself has stopped changing. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    (longest) =>
      new Promise<void>((done) => {
        let quiet = setTimeout(done, 300);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, 300);
        });
        observer.observe(document, { childList: true, subtree: true, attributes: true });
        setTimeout(done, longest);
      }),
    LONGEST,
  );
}
