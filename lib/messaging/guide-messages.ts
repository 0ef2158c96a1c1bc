import * as z from 'zod/mini';
import type { GuideBrief } from './briefs';
import { id, nothing, ours, short } from './parts';

/** What the create dialog showed as chosen when its key was made. */
export const chosenSchema = z.strictObject({
  name: z.optional(short),
  project: z.optional(short),
  permission: z.optional(z.enum(['all', 'restricted', 'read-only'])),
  expiration: z.optional(short),
  rows: z.optional(z.record(short, short)),
});
/** See {@link chosenSchema}. */
export type Chosen = z.infer<typeof chosenSchema>;

const dashboard = ['dashboard'] as const;
const guide = ['guide'] as const;

/** The messages about guides, from our pages and from the guided page; a part of the table of messages. */
export const guideMessages = {
  'guide/start': {
    from: ours,
    request: () =>
      z.strictObject({
        recipeId: id,
        /** The key that the new one takes the place of; it is revoked last. */
        replaces: z.optional(id),
      }),
  },
  /** Leads to the key's permissions on OpenAI's page, and says what to set there. */
  'guide/edit': { from: ours, request: () => z.strictObject({ itemId: id }) },
  'guide/revoke': { from: ours, request: () => z.strictObject({ itemId: id }) },
  /** Brings the guide's tab back to the page where the guide goes on. */
  'guide/return': { from: ours, request: nothing },
  'guide/end': { from: ours, request: nothing },

  'page/hello': { from: dashboard, request: nothing },
  'guide/brief': { from: dashboard, request: nothing },
  'guide/report': {
    from: guide,
    request: () =>
      z.strictObject({
        step: z.int(),
        total: z.int(),
        sentence: short,
        chosen: z.optional(chosenSchema),
      }),
  },
  /** The person pressed the button that makes the key. */
  'guide/armed': { from: guide, request: nothing },
  /** The page lists the key that this guide has saved, under OpenAI's own id. */
  'key/listed': {
    from: guide,
    request: () => z.strictObject({ trackingId: z.string().check(z.regex(/^key_\w{6,64}$/)) }),
  },
  /** Loads the script that fills the page in. */
  'guide/hands': { from: guide, request: nothing },
  /** Makes another key in place of the one that was just saved. */
  'guide/again': { from: guide, request: nothing },
  'guide/stop': { from: guide, request: nothing },
} as const;

/** What the messages about guides are answered with. */
export interface GuideAnswers {
  /** What to say once an update has left the page's script without us. */
  'page/hello': { readonly orphaned: string };
  'guide/brief': GuideBrief;
}
