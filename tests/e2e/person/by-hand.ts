import type { Effort } from './klm.ts';

/** One press of a documented procedure, with what belongs to it. */
export interface Press {
  readonly what: string;
  /** Keys typed after it; a pasted text is two. */
  readonly keys?: number;
  /** A page or dialog comes up. */
  readonly loads?: true;
  readonly switches?: true;
  readonly copies?: true;
  /** The product's instructions leave it out; what nobody reads takes no decision. */
  readonly hidden?: true;
  /** Estimated, as nothing public describes it. */
  readonly estimated?: true;
}

/** A product's own instructions, press by press. */
export interface ByHand {
  readonly recipeId: string;
  /** What is compared with ours. */
  readonly presses: readonly Press[];
  /** What the instructions want besides, and ours doesn't need; not compared. */
  readonly besides?: readonly Press[];
  /** The last press of both ways, where the instructions end before it. */
  readonly last?: Press;
  /** What was counted in the instructions when they were read, on 2026-11-21; `besides` included. */
  readonly read: {
    readonly clicks: number;
    readonly keys: number;
    readonly switches: number;
    readonly copies: number;
    readonly seconds: number;
  };
}

const page = { loads: true } as const;
const hidden = { hidden: true } as const;
const away = { switches: true } as const;
const copy = { copies: true } as const;

/**
 * The five products' instructions, counted at their best: signed in to both sides, names as they suggest, nothing
 * read twice.
 */
export const BY_HAND: readonly ByHand[] = [
  {
    recipeId: 'doit',
    presses: [
      { what: 'Assets', ...page },
      { what: 'OpenAI' },
      { what: 'Connect', ...page },
      { what: 'the link to OpenAI', ...page, ...away },
      { what: 'the gear' },
      { what: 'Admin keys', ...page },
      { what: 'Create new', ...page },
      { what: 'Name', keys: 12 },
      { what: 'Restricted' },
      { what: 'Usage: Read' },
      { what: 'Create', ...page },
      { what: 'Copy', ...copy },
      { what: 'Done' },
      { what: 'back to DoiT', ...away },
      { what: 'Admin key', keys: 2 },
      { what: 'Test connection' },
      { what: 'Finish' },
    ],
    read: { clicks: 17, keys: 14, switches: 2, copies: 1, seconds: 57 },
  },
  {
    recipeId: 'quolum',
    presses: [
      { what: 'Connect', ...page },
      { what: 'openai.com', ...page, ...away },
      { what: 'Sign in', ...page },
      { what: 'API Platform', ...page, ...hidden },
      { what: 'Profile' },
      { what: 'View API Keys', ...page },
      { what: 'Create new secret key', ...page },
      { what: 'Name', keys: 28 },
      { what: 'Create', ...page },
      { what: 'Copy', ...copy },
      { what: 'Done', ...hidden },
      { what: 'back to Quolum', ...away },
      { what: 'the field', keys: 2 },
      { what: 'Submit', ...hidden },
    ],
    read: { clicks: 14, keys: 30, switches: 2, copies: 1, seconds: 50 },
  },
  {
    recipeId: 'bubble',
    presses: [
      { what: 'the link to OpenAI', ...page, ...away },
      { what: 'API keys', ...page },
      { what: 'Create', ...page },
      { what: 'Name', keys: 10 },
      { what: 'the project', ...hidden },
      { what: 'the permission level' },
      { what: 'a resource' },
      { what: 'Create', ...page },
      { what: 'Copy', ...copy },
      { what: 'Done', ...hidden },
      { what: 'back to Bubble', ...away },
      { what: 'Plugins' },
      { what: 'Add API', ...page },
      { what: 'API name', keys: 6 },
      { what: 'Authentication' },
      { what: 'Private key in header' },
      { what: 'Key value, with Bearer', keys: 9 },
    ],
    besides: [
      { what: 'the password manager', ...away },
      { what: 'New item' },
      { what: 'its field', keys: 2 },
      { what: 'Save' },
      { what: 'Copy from there', ...copy, ...away },
    ],
    last: { what: 'Initialize call' },
    read: { clicks: 22, keys: 27, switches: 4, copies: 2, seconds: 71 },
  },
  {
    recipeId: 'nexla',
    presses: [
      { what: 'the link to OpenAI', ...page, ...away },
      { what: 'Profile' },
      { what: 'API keys', ...page },
      { what: 'Create', ...page },
      { what: 'Name', keys: 17 },
      { what: 'the permissions' },
      { what: 'Create', ...page },
      { what: 'Copy', ...copy },
      { what: 'Done', ...hidden },
      { what: 'back to Nexla', ...away },
      { what: 'OpenAI', ...page },
      { what: 'Add Credential', ...page },
      { what: 'Credential Name', keys: 12 },
      { what: 'Credential Description', keys: 30 },
      { what: 'API Key Value', keys: 2 },
      { what: 'Save' },
    ],
    read: { clicks: 16, keys: 61, switches: 2, copies: 1, seconds: 68 },
  },
  {
    recipeId: 'innoslate-chat',
    presses: [
      { what: 'Settings', ...hidden },
      { what: 'API Keys' },
      { what: 'Create', ...page },
      { what: 'Owned by' },
      { what: 'Name', keys: 9 },
      { what: 'Project' },
      { what: 'the project' },
      { what: 'Restricted' },
      { what: 'a resource' },
      { what: 'another resource' },
      { what: 'Create', ...page },
      { what: 'Copy', ...copy },
      { what: 'to Innoslate', ...away, estimated: true },
      { what: 'Admin Dashboard', ...page, estimated: true },
      { what: 'the organization’s Preferences', estimated: true },
      { what: 'a custom key', estimated: true },
      { what: 'the field', keys: 2, estimated: true },
      { what: 'Save', ...hidden, estimated: true },
    ],
    read: { clicks: 18, keys: 11, switches: 1, copies: 1, seconds: 52 },
  },
];

/** What presses by hand cost. */
export function effortOf(presses: readonly Press[]): Effort {
  const count = (has: (press: Press) => unknown) => presses.filter((each) => has(each)).length;
  return {
    clicks: presses.length,
    keys: presses.reduce((all, { keys = 0 }) => all + keys, 0),
    bursts: count(({ keys }) => keys),
    decisions: count((press) => !press.hidden),
    loads: count(({ loads }) => loads),
    switches: count(({ switches }) => switches),
    copies: count(({ copies }) => copies),
  };
}

/** What is compared with ours: the instructions to the same last press. */
export function compared({ presses, last }: ByHand): Effort {
  return effortOf(last ? [...presses, last] : presses);
}
