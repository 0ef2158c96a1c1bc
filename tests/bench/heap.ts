import { TargetSession } from '../e2e/harness/cdp.ts';
import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';

/** Bytes that a page or a worker holds after garbage was collected: all scripts in it together. */
export async function heapOf(
  driver: ChromiumDriver,
  type: 'page' | 'service_worker',
  address: string,
): Promise<number> {
  const browser = await driver.context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Playwright gave no browser session');
  const { targetInfos } = await browser.send('Target.getTargets');
  const target = targetInfos.find((each) => each.type === type && each.url.startsWith(address));
  if (!target) throw new Error(`There is no ${type} at ${address}`);
  const session = await TargetSession.attach(browser, target.targetId);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send<{ usedSize: number }>('Runtime.getHeapUsage');
  await session.detach();
  await browser.detach();
  return usedSize;
}
