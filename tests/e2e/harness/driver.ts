/** Every trusted press and key that a driver made; `log` names each, in order. */
export interface Counter {
  clicks: number;
  keystrokes: number;
  /** Permission prompts that were approved; each is one of the clicks too. */
  prompts: number;
  log: string[];
}

/** A control, as assistive technology names it. A string matches a part of the name in any case, unless `exact`. */
export interface Target {
  role: string;
  name: string | RegExp;
  exact?: boolean;
}

export interface Words {
  text: string | RegExp;
}

export interface WaitOptions {
  state?: 'visible' | 'hidden';
  timeoutMs?: number;
}

/** Keys that aren't text. */
export type KeyName =
  | 'Enter'
  | 'Tab'
  | 'Escape'
  | 'Backspace'
  | 'Delete'
  | 'Space'
  | 'Home'
  | 'End'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight';

/** A page that a person sees and handles. Every method waits until it can do its work, with an end. */
export interface Surface {
  url(): Promise<string>;
  /** A trusted mouse press, once the control is there, enabled, at rest and not covered. */
  press(target: Target): Promise<void>;
  /** Presses the field unless it has the focus, then types one key per character. */
  type(target: Target, text: string): Promise<void>;
  /** One key, to whatever has the focus. */
  key(name: KeyName): Promise<void>;
  waitFor(target: Target | Words, options?: WaitOptions): Promise<void>;
  /** The text on the page, as a person would copy it. */
  text(): Promise<string>;
  /** Runs a self-contained function in the page's own world; argument and answer travel as JSON. */
  evaluate<T, A = undefined>(fn: (arg: A) => T | Promise<T>, arg?: A): Promise<T>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface Tab extends Surface {
  goto(url: string): Promise<void>;
  /** Keyferry's own card, in the closed shadow root of `<keyferry-callout>`. */
  callout(): Callout;
  /** Switches to this tab; logged, but not counted as a press. */
  front(): Promise<void>;
}

export interface Callout {
  /** Empty when there is no callout. */
  text(): Promise<string>;
  waitForText(text: string | RegExp, timeoutMs?: number): Promise<string>;
  press(button: string | RegExp): Promise<void>;
  buttons(): Promise<string[]>;
  /** Waits until there is no callout, or an empty one. */
  gone(timeoutMs?: number): Promise<void>;
}

/** A page of the extension: the popup or the app. */
export interface Panel extends Surface {
  isOpen(): Promise<boolean>;
  /** Waits until it has closed, by itself or because the page was pressed. */
  closed(timeoutMs?: number): Promise<void>;
}

export interface Driver {
  readonly browserName: 'chromium' | 'firefox';
  readonly counter: Counter;
  readonly profile: string;
  /** A new tab in front. */
  newTab(url?: string): Promise<Tab>;
  tabs(): Promise<Tab[]>;
  /** The newest tab whose address matches, whoever opened it. */
  waitForTab(url: string | RegExp, timeoutMs?: number): Promise<Tab>;
  /** The toolbar press, one click. Chromium: the real popup. Firefox: the popup's page in a tab. */
  popup(): Promise<Panel>;
  /** The popup that the extension opened by itself, or nothing within the time. */
  openedPopup(timeoutMs: number): Promise<Panel | undefined>;
  /** A page of the extension in a tab, `app.html` unless told. */
  appPage(path?: string): Promise<Panel>;
  /** Lets the next `permissions.request` for this origin succeed; counts as the click on the prompt. */
  approvePermission(origin: string): Promise<void>;
  /** Ends the background worker and returns when it has stopped. */
  killWorker(): Promise<void>;
  /** Installs the extension into a browser that was launched with `extension: 'later'`. */
  loadExtension(): Promise<void>;
  /**
   * Closes every page and removes the extension with all that it keeps, where that is faster than another
   * browser. @returns the same browser, as one that was launched with `extension: 'later'` and has counted nothing.
   */
  emptied?(): Promise<Driver>;
  close(): Promise<void>;
  /** Ends the browser as a power cut would. The profile stays, for a launch with the same `profile`. */
  kill(): Promise<void>;
}

/** The server that plays every site, on one loopback port with TLS. */
export interface Standin {
  readonly port: number;
  /** base64 of the SHA-256 of its certificate's public key: the only untrusted one that is accepted. */
  readonly spki: string;
  readonly hosts: readonly string[];
}

export interface LaunchOptions {
  standin: Standin;
  headless?: boolean;
  /** The language of the browser, such as `de`; the machine's own unless told. Chromium only. */
  language?: string;
  /** `later`: only when `loadExtension` is called. */
  extension?: 'now' | 'later';
  /** The folder of the build; the production build unless told. */
  extensionPath?: string;
  /** A folder to keep; without it a temporary one, removed by `close`. */
  profile?: string;
  /** More options for Chromium's command line. */
  chromiumArgs?: readonly string[];
  /** More preferences for Firefox. */
  firefoxPrefs?: Readonly<Record<string, string | number | boolean>>;
}
