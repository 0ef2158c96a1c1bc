import axe from 'axe-core';
import type { Page } from 'playwright';
import { evaluateAsContentScript } from './isolated-world.ts';

/** The library, for pages that have it from the start. */
export const AXE = axe.source;

/** WCAG 2.2 AA, and what axe calls best practice. */
const RUN = `axe.run(AT, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary.replace(/\\s+/g, ' ')].join(': '))))`;

/** What axe finds wrong in a page of ours: rule, element, reason. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(RUN.replace('AT', 'document'));
}

/** The same for what depends on colours alone, of a page that was looked through in another theme. */
export async function faintTextOf(page: Page): Promise<string[]> {
  return page.evaluate(
    RUN.replace('AT', 'document').replace(
      /runOnly: \[[^\]]*\]/,
      "runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }",
    ),
  );
}

/** What axe finds wrong in the callout, whose closed tree only our own world can enter. */
export async function violationsOfCallout(page: Page): Promise<string[]> {
  const enter = `Object.defineProperty(Element.prototype, 'shadowRoot', { configurable: true,
    get() { return chrome.dom.openOrClosedShadowRoot(this); } });`;
  const found = await evaluateAsContentScript<string>(
    page,
    `(async () => { ${enter} ${AXE};
      return JSON.stringify(await ${RUN.replace('AT', `{ include: [['keyferry-callout']] }`)}); })()`,
  );
  return JSON.parse(found) as string[];
}
