import { availableParallelism } from 'node:os';
import type { Page } from 'playwright';
import type { OpenStudio } from './studio.ts';
import type { View } from './view.ts';

/**
 * Shows every view in some page, as many at once as there are cores; `look` sees each while it is shown.
 * @throws once all were tried, with every view that could not be shown and why
 */
export async function inTurns(
  studio: OpenStudio,
  views: readonly View[],
  look: (page: Page, view: View) => Promise<void>,
): Promise<void> {
  const left = [...views];
  const failed: string[] = [];
  const worker = async () => {
    const page = await studio.newPage();
    for (let view = left.shift(); view; view = left.shift()) {
      try {
        await studio.show(page, view);
        await look(page, view);
      } catch (error) {
        failed.push(`${view.name}: ${String(error)}`);
      }
    }
    await page.context().close();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
}

/** Those views whose names hold one of some words; all of them when there are no words. */
export function chosen(views: readonly View[], words: readonly string[]): readonly View[] {
  if (words.length === 0) return views;
  return views.filter(({ name }) => words.some((word) => name.includes(word)));
}
