import type { Recipe } from '@/lib/recipes/recipe';
import { doit } from '@/lib/recipes/doit';
import type { ChromiumDriver } from './harness/chromium-driver.ts';

/** A vendor's recipe, as its file has it: reads usage, and asks for no more than DoiT's. */
export function acme(more: Partial<Recipe> = {}): Recipe {
  const { portal: _portal, instead: _instead, ...rest } = doit;
  return {
    ...rest,
    id: 'acme-costs',
    product: 'Acme',
    purpose: 'cost reports',
    place: 'Settings › OpenAI › Admin key',
    source: { title: 'Connect OpenAI', url: 'https://acme.example/docs', read: '2026-11-20' },
    ...more,
  };
}

/** DoiT's form at another host. */
export function formAt(host: string): Pick<Recipe, 'portal'> {
  if (!doit.portal) throw new Error('DoiT has lost its portal.');
  const origin = `https://${host}`;
  return { portal: { ...doit.portal, origin, start: `${origin}/` } };
}

/** A recipe's text, as a file has it. */
export function asText(recipe: Recipe): string {
  return JSON.stringify(recipe, null, 2);
}

/** Chooses a file in the app page, as the browser's own window would. */
export async function chooseFile(
  driver: ChromiumDriver,
  text: string,
  name = 'acme.json',
): Promise<void> {
  const page = driver.context.pages().find((each) => each.url().includes('app.html'));
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page?.locator('input[type=file]').setInputFiles(file);
}
