import { browser } from '@/lib/browser';
import type { Broken } from '@/lib/domain/checking';
import { text } from '@/lib/text';
import { openApp } from './pages';

const PREFIX = 'broken:';

/** The part of `browser.notifications` that is used; missing until the person allows it. */
interface Notifications {
  create(id: string, of: object): Promise<string>;
  readonly onClicked: { addListener(listener: (id: string) => void): void };
}

const notifications = () =>
  (browser as unknown as { readonly notifications?: Notifications }).notifications;

/**
 * Tells of keys that broke, one notification for a cause: a later one of the same cause takes the
 * place of the earlier. It names no key, because anybody can see it.
 */
export async function notifyOf({ cause, itemIds }: Broken): Promise<void> {
  await notifications()?.create(PREFIX + cause, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title: text('ui.check.broke.title', [String(itemIds.length)]),
    message: text(`ui.check.broke.${cause}`),
  });
}

let listening = false;

/** Leads from a notification to the keys. To be called again once the permission was given. */
export function listenToNotices(): void {
  const shown = notifications();
  if (listening || !shown) return;
  listening = true;
  shown.onClicked.addListener((id) => {
    if (id.startsWith(PREFIX)) void openApp('#keys');
  });
}
