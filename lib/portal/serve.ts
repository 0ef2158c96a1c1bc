import { browser } from '@/lib/browser';
import { send } from '@/lib/messaging/client';
import { isPageMessage } from '@/lib/messaging/page-message';
import { once } from '@/lib/once';
import { runPortal } from './run';

/** The script that assists on a product's own page. Injected on demand only. */
export function servePortal(document: Document): void {
  once('portal', () => {
    const run = runPortal(document);
    const refresh = () => void run.refresh().catch(() => undefined);
    browser.runtime.onMessage.addListener((message: unknown) => {
      if (isPageMessage(message, 'portal/changed')) refresh();
      return undefined;
    });
    send('portal/report', { report: 'ready' }).then(refresh, () => undefined);
    return { refresh };
  });
}
