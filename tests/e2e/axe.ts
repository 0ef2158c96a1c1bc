import axe from 'axe-core';
import type { Page } from 'playwright';
import { evaluateAsContentScript } from './isolated-world.ts';

/** WCAG 2.2 AA, and what axe calls best practice. */
const RUN = `axe.run(AT, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary.replace(/\\s+/g, ' ')].join(': '))))`;

/** What axe finds wrong in a page of ours: rule, element, reason. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(RUN.replace('AT', 'document'));
}

/** What axe finds wrong in the callout, whose closed tree only our own world can enter. */
export async function violationsOfCallout(page: Page): Promise<string[]> {
  const enter = `Object.defineProperty(Element.prototype, 'shadowRoot', { configurable: true,
    get() { return chrome.dom.openOrClosedShadowRoot(this); } });`;
  const found = await evaluateAsContentScript<string>(
    page,
    `(async () => { ${enter} ${axe.source};
      return JSON.stringify(await ${RUN.replace('AT', `{ include: [['keyferry-callout']] }`)}); })()`,
  );
  return JSON.parse(found) as string[];
}
