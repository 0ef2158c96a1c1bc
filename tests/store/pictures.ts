import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { launchPlainChromium } from '../e2e/harness/chromium.ts';
import { runFlow } from './flow.ts';
import { preferFonts } from './fonts.ts';
import { readmePicture, screenshots, tiles, type Frame } from './frames.ts';

const COMMITTED = resolve(import.meta.dirname, '../../.store');

/**
 * Draws the screenshots and tiles of the listings from a run of the real extension.
 * @param folder where they go, each kind in a folder of its own.
 * @param renew whether the README's two pictures are drawn anew too.
 */
export async function drawPictures(folder: string, renew: boolean): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'keyferry-pictures-'));
  preferFonts(work);
  const light = await runFlow('light', work);
  const browser = await launchPlainChromium();
  try {
    for (const [kind, frames] of [
      ['screenshots', screenshots(light)],
      ['tiles', tiles(light)],
    ] as const) {
      mkdirSync(join(folder, kind), { recursive: true });
      for (const [name, frame] of frames) await draw(browser, frame, join(folder, kind, name));
    }
    if (renew) {
      const dark = await runFlow('dark', work);
      const to = (scheme: string) => join(COMMITTED, `flow-${scheme}.png`);
      await draw(browser, readmePicture(light, 'light'), to('light'), 1.5);
      await draw(browser, readmePicture(dark, 'dark'), to('dark'), 1.5);
    }
  } finally {
    await browser.close();
    rmSync(work, { recursive: true });
  }
}

async function draw(browser: Browser, frame: Frame, path: string, scale = 1): Promise<void> {
  const { width, height, html } = frame;
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  await page.setContent(html);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await page.screenshot({ path });
  await page.close();
}
