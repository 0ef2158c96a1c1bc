/* oxlint-disable unicorn/consistent-function-scoping -- the function is sent into the page alone */
type Answer = { readonly $fails?: unknown; readonly $never?: true } | null;

/** What a page of the gallery is told before its scripts run. */
export interface Setup {
  /** By message: what is answered, `{ $fails }` or `{ $never }`. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly language: string;
  /** Strings by language and key. */
  readonly strings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What time it is; epoch milliseconds. */
  readonly now: number;
  readonly manifest: unknown;
}

/** What {@link fakeBrowser} gives to the outside. */
export interface Studio {
  /** Changes the language of the page and everything that it shows. */
  speak: (language: string) => void;
  /** How many questions wait for an answer that will come. */
  pending: () => number;
}

/**
 * Puts the browser's extension API into a page, with a background that answers as it is told. It is written
 * into the page as text, so that it may use nothing from around it.
 */
export function fakeBrowser({ answers, language, strings, now, manifest }: Setup): void {
  let spoken = language;
  let waiting = 0;
  let isShown = false;
  const listeners = new Set<(changes: object, area: string) => void>();
  const text = (key: string): string => {
    if (key === '@@ui_locale') return spoken;
    if (key === '@@bidi_dir') return 'ltr';
    return strings[spoken]?.[key] ?? '';
  };
  // As late as a background's: what stands there before is drawn, so that what jumps can be seen.
  const later = () =>
    new Promise<void>((done) => {
      if (isShown) done();
      else requestAnimationFrame(() => requestAnimationFrame(() => done()));
    });
  const nothing = () => Promise.resolve(undefined);
  const events = { addListener() {}, removeListener() {} };
  const api = {
    runtime: {
      id: 'a'.repeat(32),
      getManifest: () => manifest,
      getURL: (path: string) => path,
      onMessage: events,
      sendMessage: ({ name }: { name: string }) => {
        const answer = answers[name] ?? null;
        if (answer?.$never) return new Promise(() => {});
        waiting += 1;
        return later().then(() => {
          waiting -= 1;
          return answer?.$fails ? { error: answer.$fails } : { ok: answer };
        });
      },
    },
    i18n: {
      getUILanguage: () => spoken,
      getMessage: (key: string, words: string | readonly string[] = []) =>
        text(key).replaceAll(/\$(\$|\d)/g, (_, what: string) =>
          what === '$' ? '$' : ([words].flat()[Number(what) - 1] ?? ''),
        ),
    },
    storage: {
      onChanged: {
        addListener: (each: (changes: object, area: string) => void) => listeners.add(each),
        removeListener: (each: (changes: object, area: string) => void) => listeners.delete(each),
      },
    },
    permissions: { request: () => Promise.resolve(true), contains: () => Promise.resolve(true) },
    commands: { getAll: () => Promise.resolve([{ name: 'lock', shortcut: 'Alt+Shift+L' }]) },
    tabs: { create: nothing },
  };
  const present = globalThis.Date;
  class FixedDate extends present {
    constructor(...parts: readonly number[]) {
      // @ts-expect-error A date takes one part or several.
      super(...(parts.length > 0 ? parts : [now]));
    }
    static override now() {
      return now;
    }
  }
  const studio: Studio = {
    speak(next) {
      spoken = next;
      isShown = true;
      document.documentElement.lang = next;
      for (const each of listeners) each({ revision: {} }, 'session');
    },
    pending: () => waiting,
  };
  Object.assign(globalThis, { browser: api, chrome: api, Date: FixedDate, studio });
}
