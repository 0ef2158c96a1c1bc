import { browser } from '@/lib/browser';
import { clearIfUnchanged, type Cleared } from '@/lib/clipboard/clear';
import type { CopyMark } from '@/lib/clipboard/mark';

/** The alarm that clears the clipboard. */
export const CLIPBOARD_ALARM = 'clipboard';

const PAGE = '/offscreen.html';

/** The part of Chromium's `offscreen` that is used; our polyfill's types don't know it. */
interface Offscreen {
  createDocument(of: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** Whether the person lets us use the clipboard. */
export function mayUseClipboard(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['clipboardRead', 'clipboardWrite'] });
}

/** Has the clipboard looked at again at this time, in epoch milliseconds. */
export function lookAtClipboard(time: number): void {
  void browser.alarms.create(CLIPBOARD_ALARM, { when: time });
}

/**
 * Clears the clipboard if the marked text is still on it. Firefox's background has a document to
 * do it in; Chromium's has none, and opens one for as long as it takes.
 */
export async function clearClipboard(mark: CopyMark): Promise<Cleared> {
  if ('document' in globalThis) return clearIfUnchanged(document, mark);
  const { offscreen } = browser as unknown as { readonly offscreen: Offscreen };
  // There can be one only, and a worker that died over it has left its own.
  await offscreen.closeDocument().catch(() => undefined);
  await offscreen.createDocument({
    url: PAGE,
    reasons: ['CLIPBOARD'],
    justification: 'Clears a key that was copied from the clipboard.',
  });
  try {
    return await browser.runtime.sendMessage<object, Cleared>({ name: 'clipboard/clear', mark });
  } finally {
    await offscreen.closeDocument();
  }
}
