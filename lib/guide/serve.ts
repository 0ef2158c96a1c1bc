import { browser } from '@/lib/browser';
import { isPageMessage } from '@/lib/messaging/page-message';
import { once } from '@/lib/once';
import { runGuide } from './run';

/** The script that shows the callout on OpenAI's pages, while a guide runs or a key is on screen. */
export function serveGuide(document: Document): void {
  once('guide', () => {
    const run = runGuide(document);
    const refresh = () => void run.refresh().catch(() => undefined);
    browser.runtime.onMessage.addListener((message: unknown) => {
      if (isPageMessage(message, 'guide/changed')) refresh();
      return undefined;
    });
    refresh();
    return { refresh };
  });
}
