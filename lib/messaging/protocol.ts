import * as z from 'zod/mini';
import type { AppState, VaultStatus } from '@/lib/domain/views';
import type { CaptureAnswer, GuideBrief, PortalBrief } from './briefs';
import { recipeMessages, type RecipeAnswers } from './recipe-messages';

/**
 * Who may send a message. `extension-page`: our popup or app page. `dashboard`: our script in the
 * top frame of OpenAI's dashboard. `guide`: the same, in the tab of a running guide. `portal`: our
 * script in the top frame of the tab of a portal fill, on the recipe's origin.
 */
export type SenderRule = 'extension-page' | 'dashboard' | 'guide' | 'portal';

const nothing = z.strictObject({});
const id = z.string().check(z.minLength(1), z.maxLength(80));
const short = z.string().check(z.maxLength(200));
const passphrase = z.string().check(z.minLength(1), z.maxLength(1024));

/** What the create dialog showed as chosen when its key was made. */
export const chosenSchema = z.strictObject({
  name: z.optional(short),
  permission: z.optional(z.enum(['all', 'restricted', 'read-only'])),
  expiration: z.optional(short),
  rows: z.optional(z.record(short, short)),
});
/** See {@link chosenSchema}. */
export type Chosen = z.infer<typeof chosenSchema>;

/** Settings of an AWS Secrets Manager destination. */
export const awsSettingsSchema = z.strictObject({
  region: z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/)),
  secretName: z.string().check(z.regex(/^[A-Za-z0-9/_+=.@-]{1,512}$/)),
  accessKeyId: z.string().check(z.regex(/^[A-Z0-9]{16,128}$/)),
  secretAccessKey: z.string().check(z.minLength(16), z.maxLength(256)),
  sessionToken: z.optional(z.string().check(z.maxLength(4096))),
});

/** Settings of any configured destination, told apart by `adapter`. */
export const destinationSettingsSchema = z.discriminatedUnion('adapter', [
  z.strictObject({
    adapter: z.literal('aws-secrets-manager'),
    label: z.string().check(z.minLength(1), z.maxLength(60)),
    settings: awsSettingsSchema,
  }),
]);
/** See {@link destinationSettingsSchema}. */
export type DestinationSettings = z.infer<typeof destinationSettingsSchema>;

/** How far a portal's page has come, as its script reports it. */
export const portalReportSchema = z.enum([
  'ready',
  'filled',
  'testing',
  'passed',
  'failed',
  'unread',
  'finished',
]);
/** See {@link portalReportSchema}. */
export type PortalReport = z.infer<typeof portalReportSchema>;

interface Entry {
  readonly from: readonly SenderRule[];
  readonly request: z.ZodMiniType;
}

/** Every message that the background answers: who may send it and what it must look like. */
export const protocol = {
  'app/state': { from: ['extension-page'], request: nothing },
  'vault/create': { from: ['extension-page'], request: z.strictObject({ passphrase }) },
  'vault/unlock': { from: ['extension-page'], request: z.strictObject({ passphrase }) },
  'vault/lock': { from: ['extension-page'], request: nothing },
  'guide/start': {
    from: ['extension-page'],
    request: z.strictObject({
      recipeId: id,
      /** The key that the new one takes the place of; it is revoked last. */
      replaces: z.optional(id),
    }),
  },
  'guide/revoke': { from: ['extension-page'], request: z.strictObject({ itemId: id }) },
  /** Brings the guide's tab back to the page where the guide goes on. */
  'guide/return': { from: ['extension-page'], request: nothing },
  'guide/end': { from: ['extension-page'], request: nothing },
  'key/save-visible': { from: ['extension-page'], request: nothing },
  'key/paste': {
    from: ['extension-page'],
    request: z.strictObject({
      text: z.string().check(z.maxLength(4096)),
      recipeId: z.optional(id),
    }),
  },
  'key/dismiss': { from: ['extension-page'], request: z.strictObject({ itemId: id }) },
  'delivery/send': {
    from: ['extension-page'],
    request: z.strictObject({ itemId: id, destinationId: id }),
  },
  'delivery/retry': { from: ['extension-page'], request: z.strictObject({ deliveryId: id }) },
  'delivery/vouch': {
    from: ['extension-page', 'portal'],
    request: z.strictObject({ deliveryId: id, passed: z.boolean() }),
  },
  'verification/again': { from: ['extension-page'], request: z.strictObject({ itemId: id }) },
  'destination/save': { from: ['extension-page'], request: destinationSettingsSchema },
  'destination/remove': {
    from: ['extension-page'],
    request: z.strictObject({ destinationId: id }),
  },
  ...recipeMessages,

  'page/hello': { from: ['dashboard'], request: nothing },
  'key/visible': {
    from: ['dashboard'],
    /** By these the background tells the key that it has just saved from another. */
    request: z.strictObject({ lastFour: z.string().check(z.maxLength(4)) }),
  },
  'key/capture': {
    from: ['dashboard'],
    request: z.strictObject({
      value: z.string().check(z.maxLength(512)),
      /** The person pressed Save key; without it a capture needs a running guide. */
      pressed: z.boolean(),
    }),
  },
  /** A key that was offered is no longer on screen. */
  'key/gone': { from: ['dashboard'], request: nothing },
  'guide/brief': { from: ['dashboard'], request: nothing },
  'guide/report': {
    from: ['guide'],
    request: z.strictObject({
      step: z.int(),
      total: z.int(),
      sentence: short,
      chosen: z.optional(chosenSchema),
    }),
  },
  /** The person pressed the button that makes the key. */
  'guide/armed': { from: ['guide'], request: nothing },
  /** Loads the script that fills the page in. */
  'guide/hands': { from: ['guide'], request: nothing },
  /** Makes another key in place of the one that was just saved. */
  'guide/again': { from: ['guide'], request: nothing },
  'guide/stop': { from: ['guide'], request: nothing },

  'portal/brief': { from: ['portal'], request: nothing },
  /** Answers with the text to fill in; the one message whose answer holds a key. */
  'portal/fill': { from: ['portal'], request: nothing },
  'portal/report': { from: ['portal'], request: z.strictObject({ report: portalReportSchema }) },
} as const satisfies Record<string, Entry>;

/** A message's name. */
export type MessageName = keyof typeof protocol;
/** What a message carries. */
export type MessageRequest<N extends MessageName> = z.infer<(typeof protocol)[N]['request']>;

interface Answers extends RecipeAnswers {
  'app/state': AppState;
  'vault/create': VaultStatus;
  'vault/unlock': VaultStatus;
  'key/save-visible': CaptureAnswer;
  'key/paste': CaptureAnswer;
  'delivery/send': { readonly deliveryId: string };
  'destination/save': { readonly destinationId: string };
  'key/visible': { readonly capture: boolean };
  'key/capture': CaptureAnswer;
  'guide/brief': GuideBrief;
  'portal/brief': PortalBrief;
  'portal/fill': { readonly text: string };
}
/** What a message is answered with; `null` where there is nothing to say. */
export type MessageAnswer<N extends MessageName> = N extends keyof Answers ? Answers[N] : null;

/** What the background asks of our scripts in pages. They answer nothing but `key/read`. */
export type PageMessage =
  | { readonly name: 'key/read' }
  | { readonly name: 'guide/changed' }
  | { readonly name: 'portal/changed' };
