import { browser } from '@/lib/browser';
import type { Platform } from '@/components/platform';

/** What is the same for every page of ours: hearing of changes, and asking for access. */
export const shared: Pick<Platform, 'watch' | 'requestAccess' | 'obtainAccess'> = {
  watch(changed) {
    // The background raises the revision after every change; the state itself is asked for.
    const listener = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && 'revision' in changes) changed();
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
  requestAccess(origins) {
    // A refusal shows as a delivery that waits; there is nothing to add here.
    void browser.permissions.request({ origins: [...origins] }).catch(() => false);
  },
  obtainAccess(origin) {
    return browser.permissions.request({ origins: [origin] }).catch(() => false);
  },
};
