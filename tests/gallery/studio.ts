import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { readBuild } from '../e2e/harness/build.ts';
import { launchPlainChromium } from '../e2e/harness/chromium.ts';
import { fakeBrowser, type Setup, type Studio } from './fake-browser.ts';
import type { View } from './view.ts';

export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja'] as const;
export const THEMES = ['light', 'dark', 'forced'] as const;
export type Theme = (typeof THEMES)[number];

/** The moment at which every picture is taken. */
export const NOW = Date.UTC(2026, 10, 21, 12);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** The popup as browsers open it; the app page in a window of a usual size. */
export const SIZES = {
  popup: { width: 380, height: 600 },
  app: { width: 1024, height: 768 },
  welcome: { width: 1024, height: 768 },
};

/**
 * Serves the production build's pages with a background that answers what a view says.
 * @param tools a script that every page has beside ours
 */
export async function openStudio(views: readonly View[], tools = '') {
  const { path } = readBuild('chrome-mv3');
  const strings = Object.fromEntries(LANGUAGES.map((each) => [each, stringsOf(path, each)]));
  const manifest: unknown = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'));
  const byName = new Map(views.map((view) => [view.name, view]));

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(path, normalize(pathname));
    if (pathname === '/fake.js') {
      response.setHeader('content-type', 'text/javascript');
      response.setHeader('cache-control', 'max-age=3600');
      const shared = JSON.stringify({ strings, manifest, now: NOW });
      response.end(
        `globalThis.shared = ${shared}; globalThis.fakeBrowser = ${String(fakeBrowser)};\n${tools}`,
      );
      return;
    }
    if (!existsSync(file) || !extname(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    if (extname(file) !== '.html') {
      response.setHeader('cache-control', 'max-age=3600');
      response.end(readFileSync(file));
      return;
    }
    const answers = byName.get(searchParams.get('view') ?? '')?.answers ?? {};
    const language = searchParams.get('language') ?? 'en';
    const own = JSON.stringify({ answers, language }).replaceAll('<', '\\u003c');
    const script = `<script src="/fake.js"></script><script>fakeBrowser({ ...shared, ...${own} })</script>`;
    response.end(readFileSync(file, 'utf8').replace('<head>', `<head>${script}`));
  });
  const port = await listen(server);
  const browser: Browser = await launchPlainChromium(['--font-render-hinting=none']);
  return {
    browser,
    /** A page to show views in, one after another. */
    async newPage(): Promise<Page> {
      const context: BrowserContext = await browser.newContext({
        locale: 'en-US',
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
        colorScheme: 'light',
        viewport: SIZES.app,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      return page;
    },
    addressOf: ({ name, page, hash = '' }: View) =>
      `http://localhost:${port}/${page}.html?view=${encodeURIComponent(name)}${hash}`,
    /** Shows a view as it is once everything was answered and done. */
    async show(page: Page, view: View): Promise<void> {
      await page.setViewportSize(SIZES[view.page]);
      await page.goto(this.addressOf(view), { waitUntil: 'load' });
      await settle(page);
      if (!view.act) return;
      await view.act(page);
      await settle(page);
    },
    async close(): Promise<void> {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}

/** How long a view may take to be what its fixture says, in milliseconds. */
const PATIENCE = 10_000;

/** A studio that is open. */
export type OpenStudio = Awaited<ReturnType<typeof openStudio>>;

/** Waits until nothing is asked any more and the page is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { studio } = globalThis as unknown as { studio: Studio };
    for (let quiet = 0; quiet < 2;) {
      await new Promise((done) => {
        requestAnimationFrame(done);
      });
      quiet = studio.pending() === 0 ? quiet + 1 : 0;
    }
  });
}

/** Changes the language of what is shown. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((next) => {
    (globalThis as unknown as { studio: Studio }).studio.speak(next);
  }, language);
  await settle(page);
}

/** What a look at the page finds, in each of some languages. */
export async function inEveryLanguage(
  page: Page,
  look: () => readonly string[],
  languages: readonly string[] = LANGUAGES,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of languages) {
    await speak(page, language);
    for (const each of await page.evaluate(look)) found.push(`${language}: ${each}`);
  }
  return found;
}

/** Changes the colours of what is shown. */
export async function dress(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
}

function stringsOf(build: string, language: string): Setup['strings'][string] {
  const folder = join(build, '_locales');
  if (!readdirSync(folder).includes(language)) throw new Error(`The build has no ${language}`);
  const messages = JSON.parse(
    readFileSync(join(folder, language, 'messages.json'), 'utf8'),
  ) as Record<string, { message: string }>;
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
}
