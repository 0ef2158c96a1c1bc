import { browser } from '@/lib/browser';
import { isPageMessage } from '@/lib/messaging/page-message';
import { once } from '@/lib/once';
import { runRevoke } from './run';

/** The script that leads to a key's row on OpenAI's pages, while it is to be taken away. */
export function serveRevoke(document: Document): void {
  once('revoke', () => {
    const run = runRevoke(document);
    const refresh = () => void run.refresh().catch(() => undefined);
    browser.runtime.onMessage.addListener((message: unknown) => {
      if (isPageMessage(message, 'guide/changed')) refresh();
      return undefined;
    });
    refresh();
    return { refresh };
  });
}
