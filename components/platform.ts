import type { BackupContents } from '@/lib/domain/backup';
import type { PasskeyView } from '@/lib/domain/views';
import { createContext, use } from 'react';

/** The browser's passkeys. Both show its own dialog, and throw a KeyferryError when nothing came of it. */
export interface Passkeys {
  /** Makes one, beside these, and has it compute its 32 bytes (base64). */
  readonly make: (
    known: readonly PasskeyView[],
  ) => Promise<{ readonly credentialId: string; readonly salt: string; readonly prf: string }>;
  /** Has one of these compute. */
  readonly ask: (known: readonly PasskeyView[]) => Promise<string>;
}

/** What the page around the components does for them: everything that touches the browser. */
export interface Platform {
  /** Calls back whenever the state that the background answers with may have changed. Returns the way to stop. */
  readonly watch: (changed: () => void) => () => void;
  /**
   * Asks the person for access to host patterns. Must be called straight from a press, before
   * anything is awaited, and returns at once: the background goes on when access is granted.
   */
  readonly requestAccess: (origins: readonly string[]) => void;
  /** The same, for what goes on here: resolves to whether access is there. */
  readonly obtainAccess: (origins: readonly string[]) => Promise<boolean>;
  /** Asks the person, straight from a press, to let us show notifications; resolves to whether they do. */
  readonly obtainNotifications: () => Promise<boolean>;
  /** Sign-ins in a window of the browser's; undefined where it has no such window to ask for. */
  readonly signIn:
    | {
        /** Where a provider sends the person back to: to be listed there. */
        readonly redirect: string;
        /** Asks, straight from a press, for that window and for access to host patterns. */
        readonly obtain: (origins: readonly string[]) => Promise<boolean>;
      }
    | undefined;
  /** Backup files: a passphrase's work and the cipher are done in this page, and loaded for it. */
  readonly backupFiles: {
    /** Makes the sealed file. */
    readonly write: (contents: BackupContents, code: string) => Promise<Uint8Array<ArrayBuffer>>;
    /** Throws a KeyferryError that says what is wrong with the file or the code. */
    readonly read: (file: Uint8Array<ArrayBuffer>, code: string) => Promise<BackupContents>;
  };
  /** Gives the person a file to keep. */
  readonly save: (file: Uint8Array<ArrayBuffer>, name: string) => void;
  /** Asks the person, straight from a press like the others, to let us clear what was copied. */
  readonly requestClipboard: () => void;
  /** Puts a text on the clipboard, straight from a press. Returns whether that was done. */
  readonly copy: (text: string) => boolean;
  /** Puts a space on the clipboard in place of what is there, straight from a press. Returns whether that was done. */
  readonly clearClipboard: () => boolean;
  /** `in-app`: in a tab only, for a popup closes under the dialog. Undefined where extensions have none. */
  readonly passkeys: Passkeys | 'in-app' | undefined;
  /** Whether the browser says that the computer was locked. */
  readonly hearsLock: boolean;
  /** The keys that lock the vault; empty when the person has set none. */
  readonly shortcut: () => Promise<string>;
  /** Shows the browser's page on which shortcuts are changed. */
  readonly openShortcuts: () => void;
  /** Shows the app page at this hash. */
  readonly openApp: (hash: string) => void;
  /** Shows the page of the first minute. */
  readonly openWelcome: () => void;
  /** Closes the popup, so that the page behind it is seen. */
  readonly leave: () => void;
}

const Context = createContext<Platform | undefined>(undefined);

/** Gives the {@link Platform} to everything below. */
export const PlatformProvider = Context.Provider;

/** The {@link Platform} of this page. */
export function usePlatform(): Platform {
  const platform = use(Context);
  if (platform === undefined) throw new Error('No PlatformProvider above.');
  return platform;
}
