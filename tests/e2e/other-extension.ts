import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChromiumDriver } from './harness/chromium-driver.ts';
import { until } from './harness/until.ts';

/**
 * Loads a second extension, made on the spot, and has it send a message to the first.
 * @returns what it was answered, or the browser's refusal.
 */
export async function sendFromOtherExtension(
  driver: ChromiumDriver,
  to: string,
  messages: readonly unknown[],
): Promise<string[]> {
  const path = await mkdtemp(join(tmpdir(), 'other-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Other',
    version: '1',
    background: { service_worker: 'background.js' },
  };
  await writeFile(join(path, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(path, 'background.js'), 'self.isOther = true;');
  const session = await driver.context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.loadUnpacked', { path });
  const worker = await until('see the other extension', async () => {
    for (const each of driver.context.serviceWorkers()) {
      if (await each.evaluate(() => 'isOther' in self)) return each;
    }
    return undefined;
  });
  return worker.evaluate(
    async ([id, all]) => {
      const { chrome } = globalThis as never as {
        chrome: { runtime: { sendMessage(id: string, message: unknown): Promise<unknown> } };
      };
      const answers: string[] = [];
      for (const message of all) {
        answers.push(
          await chrome.runtime
            .sendMessage(id, message)
            .then(JSON.stringify, (error: unknown) => String(error)),
        );
      }
      return answers;
    },
    [to, messages] as const,
  );
}
