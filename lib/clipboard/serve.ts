import { browser } from '@/lib/browser';
import { clearIfUnchanged } from './clear';
import type { CopyMark } from './mark';

/** Does what the background asks of a document; listens to nobody else. */
export function serveClipboard(document: Document): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    // A script in a page has a tab.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    const { name, mark } = (message ?? {}) as { name?: unknown; mark?: CopyMark };
    if (name !== 'clipboard/clear' || mark === undefined) return undefined;
    void clearIfUnchanged(document, mark).then(answer);
    return true;
  });
}
