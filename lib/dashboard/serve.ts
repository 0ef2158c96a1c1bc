import { browser } from '@/lib/browser';
import { send } from '@/lib/messaging/client';
import { isOrphaned } from '@/lib/messaging/insist';
import { isPageMessage } from '@/lib/messaging/page-message';
import { once } from '@/lib/once';
import { handOver } from './hand-over';
import { showNotice } from './notice';
import { readKey } from './read-key';
import { watchKey } from './watch-key';

/**
 * The script that is always on OpenAI's pages: hands a key to the background as soon as it is
 * visible, answers the popup's *Save key*, and asks once whether a guide runs here.
 */
export function serveDashboard(document: Document): void {
  once('dashboard', () => {
    // Ours, not WXT's: a page script can end WXT's content-script context by an event (dialogs.md).
    const lifetime = new AbortController();
    browser.runtime.onMessage.addListener((message: unknown, _sender, answer) => {
      if (!isPageMessage(message, 'key/read')) return undefined;
      answer({ value: readKey(document)?.key });
      return true;
    });
    // Said before any key: it tells the background that what this tab showed before is gone. The
    // answer brings a string, for reading the first one here stops the page until the browser has it.
    const hello = send('page/hello', {}).catch(() => undefined);
    watchKey(
      document,
      (key) => {
        hello
          .then(() => handOver(key, lifetime.signal))
          .catch(async () => {
            const said = await hello;
            if (said && isOrphaned()) showNotice(document, said.orphaned);
          });
      },
      lifetime.signal,
    );
    return { refresh: () => undefined };
  });
}
