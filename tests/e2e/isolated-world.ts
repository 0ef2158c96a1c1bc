import type { Page } from 'playwright';
import type { ChromiumDriver } from './harness/chromium-driver.ts';
import { until } from './harness/until.ts';

/** The page behind a tab, by its address. */
export function pageAt(driver: ChromiumDriver, url: string): Page {
  const page = driver.context.pages().findLast((each) => each.url().startsWith(url));
  if (!page) throw new Error(`No page at ${url}`);
  return page;
}

/** Runs an expression where our content script of a page lives, as a hijacked renderer could. */
export async function evaluateAsContentScript<T>(page: Page, expression: string): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const contexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === 'Keyferry' || context.origin.startsWith('chrome-extension://')) {
      contexts.push(context.id);
    }
  });
  await session.send('Runtime.enable');
  const contextId = await until('find our script’s world', () => Promise.resolve(contexts.at(-1)));
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'It threw.');
  return result.value as T;
}
