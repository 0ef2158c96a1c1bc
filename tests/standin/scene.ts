/** The dashboard's documented looks (openai-platform.md §1.2), newest first. */
export const VERSIONS = ['oct-2026', 'aug-2026', 'may-2025', 'feb-2024'] as const;

export type Version = (typeof VERSIONS)[number];

/** What the dashboard shows and allows: one field for each thing that differs between people and times. */
export interface Scene {
  readonly version: Version;
  /** False: every address of the dashboard leads to the sign-in page. */
  readonly signedIn: boolean;
  /** That rights which are lacking disable controls is known (§1.8); which are absent is made up. */
  readonly role: 'owner' | 'no-button' | 'disabled-button';
  /** What the organization lets people create: known since September 2026 (§1.8), but not how it shows. */
  readonly creation: 'any' | 'service-account-only' | 'user-only' | 'none';
  /** A required end with a maximum is made up, after what little is known of the control (§1.3). */
  readonly expiry: 'optional' | { readonly maxDays: number };
  /** A phone number is asked for before the first key (§1.8). */
  readonly phoneVerification: boolean;
  /** The wizard, in the order of 2025 (§1.8), or in that of Innoslate's page, where the organization comes last. */
  readonly firstRun: boolean | 'organization-last';
  /** The settings lead to the ChatGPT workspace's console too, which has admin keys of its own (§1.6). */
  readonly workspaceConsole: boolean;
  /** How late the page's data and its dialogs come, in milliseconds. */
  readonly slowMs: number;
  /** The open create dialog is made anew again and again, with what was filled in. */
  readonly remount: boolean;
}

/** An owner on today's page. */
export const USUAL_SCENE: Scene = {
  version: 'oct-2026',
  signedIn: true,
  role: 'owner',
  creation: 'any',
  expiry: 'optional',
  phoneVerification: false,
  firstRun: false,
  workspaceConsole: false,
  slowMs: 0,
  remount: false,
};

const FIELDS: { readonly [Field in keyof Scene]: (text: string) => Scene[Field] | undefined } = {
  version: oneOf(...VERSIONS),
  signedIn: flag,
  role: oneOf('owner', 'no-button', 'disabled-button'),
  creation: oneOf('any', 'service-account-only', 'user-only', 'none'),
  expiry: (text) => {
    const maxDays = number(text);
    return text === 'optional' ? text : maxDays === undefined ? undefined : { maxDays };
  },
  phoneVerification: flag,
  firstRun: (text) => (text === 'organization-last' ? text : flag(text)),
  workspaceConsole: flag,
  slowMs: number,
  remount: flag,
};

/**
 * Reads a part of a scene as a person writes it into an address: `role:no-button,expiry:90`.
 * @throws Error naming the part that isn't known.
 */
export function readScene(text: string): Partial<Scene> {
  const parts = text.split(',').filter((part) => part !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [field = '', value = ''] = part.split(':').map((each) => each.trim());
      const read = Object.hasOwn(FIELDS, field) ? FIELDS[field as keyof Scene](value) : undefined;
      if (read === undefined) {
        throw new Error(`No such scene: ${part}. Its fields: ${Object.keys(FIELDS).join(', ')}.`);
      }
      return [field, read];
    }),
  );
}

function oneOf<T extends string>(...values: readonly T[]) {
  return (text: string): T | undefined => values.find((value) => value === text);
}

function flag(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function number(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
