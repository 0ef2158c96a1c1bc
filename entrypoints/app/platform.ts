import { BLANK, writeText } from '@/lib/clipboard/clear';
import { browser } from '@/lib/browser';
import { readBackupFile, writeBackupFile } from '@/lib/vault/backup-file';
import type { Platform } from '@/components/platform';

/** The browser has taken a blob by then, in milliseconds; some take it only after the press. */
const DOWNLOAD_STARTS_WITHIN = 10_000;

const CLIPBOARD = ['clipboardRead', 'clipboardWrite', 'offscreen'];

/** Firefox gives an extension no passkeys of its own: none of its addresses may ask for one. */
export const hasPasskeys = !import.meta.env.FIREFOX && 'PublicKeyCredential' in globalThis;

/** What is the same for every page of ours: hearing of changes, and asking for access. */
export const shared: Omit<Platform, 'openApp' | 'openWelcome' | 'leave' | 'passkeys'> = {
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
  requestClipboard() {
    // A refusal shows beside the copied key. Not every browser offers all of them.
    const { optional_permissions: offered = [] } = browser.runtime.getManifest() as {
      optional_permissions?: string[];
    };
    const permissions = CLIPBOARD.filter((each) => offered.includes(each));
    void browser.permissions.request({ permissions: permissions as never }).catch(() => false);
  },
  obtainNotifications() {
    return browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);
  },
  signIn: import.meta.env.FIREFOX
    ? undefined
    : {
        // What `identity.getRedirectURL` says, which is there only once it is allowed.
        redirect: `https://${browser.runtime.id}.chromiumapp.org/vault`,
        obtain: (origins) =>
          browser.permissions
            .request({ permissions: ['identity'], origins: [...origins] })
            .catch(() => false),
      },
  copy: (text) => writeText(document, text),
  clearClipboard: () => writeText(document, BLANK),
  obtainAccess(origins) {
    return browser.permissions.request({ origins: [...origins] }).catch(() => false);
  },
  backupFiles: { write: writeBackupFile, read: readBackupFile },
  hearsLock: (browser.runtime.getManifest().permissions ?? []).includes('idle'),
  async shortcut() {
    const commands = await browser.commands.getAll();
    return commands.find(({ name }) => name === 'lock')?.shortcut ?? '';
  },
  openShortcuts() {
    const { commands } = browser as unknown as {
      commands: { openShortcutSettings?: () => Promise<void> };
    };
    if (commands.openShortcutSettings) void commands.openShortcutSettings();
    else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  },
  save(file, name) {
    const url = URL.createObjectURL(new Blob([file], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_STARTS_WITHIN);
  },
};
