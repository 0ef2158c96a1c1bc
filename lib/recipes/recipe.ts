import * as z from 'zod/mini';

// Never empty: a page holds the empty text always.
const words = z.string().check(z.minLength(1), z.maxLength(80));

/** Words to find a control by: its role and every name it is known by, the present one first. */
const control = z.strictObject({
  role: z.enum(['link', 'button', 'textbox', 'tab', 'menuitem', 'radio', 'combobox']),
  names: z.array(words).check(z.minLength(1), z.maxLength(20)),
});

/** A part of the way to a form: a control that is pressed, or a list of which something is chosen. */
const wayPart = z.extend(control, { choose: z.optional(words) });

/** A product's own page into which the key is filled, because it has no API for it. */
const portal = z.strictObject({
  origin: z.url({ protocol: /^https$/ }),
  /** Opened when the person has no tab of the product open. */
  start: z.url({ protocol: /^https$/ }),
  /** The way from the start to the form, for products whose form has no address of its own. */
  path: z.array(wayPart).check(z.maxLength(10)),
  field: control,
  /** What is typed; `{key}` stands for the key. */
  value: z.string().check(z.includes('{key}'), z.maxLength(80)),
  /** Fields that the form wants filled in beside it, such as a name; what somebody has typed there stays. */
  others: z.optional(
    z.array(z.strictObject({ field: control, value: words })).check(z.maxLength(5)),
  ),
  test: z.optional(
    z.strictObject({
      press: control,
      /** Texts that the product shows when its test passed or failed; none where nobody documents them. */
      passed: z.array(words).check(z.maxLength(20)),
      failed: z.array(words).check(z.maxLength(20)),
    }),
  ),
  finish: z.optional(control),
  /** The product also runs at addresses of its customers' own; people confirm theirs. */
  ownAddress: z.optional(z.boolean()),
});

const sentence = z.string().check(z.minLength(1), z.maxLength(200));
const webPage = z.url({ protocol: /^https$/ });
const id = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));

/** What a product needs and where the key goes. How to click on OpenAI's pages is not in it. */
export const recipeSchema = z.strictObject({
  id,
  product: z.string().check(z.minLength(1), z.maxLength(60)),
  /** One or two words on what the key does there, shown beside the product. */
  purpose: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The instructions that it was made from, and the day on which they were read. */
  source: z.strictObject({ title: sentence, url: webPage, read: z.iso.date() }),
  /** What about it is not certain, in one sentence; missing when the source says all of it. */
  unconfirmed: z.optional(sentence),
  key: z.strictObject({
    kind: z.enum(['admin', 'project']),
    /** `{date}` stands for the day of creation. */
    name: z.string().check(z.minLength(1), z.maxLength(60)),
    permission: z.enum(['restricted', 'read-only', 'all']),
    /** Why this permission and no less, in one sentence. */
    reason: sentence,
    /** Row of the matrix → choice. Rows not named stay at None. */
    rows: z
      .array(
        z.strictObject({
          row: z.string().check(z.minLength(1), z.maxLength(60)),
          choice: z.enum(['Read', 'Write', 'Request', 'Use', 'Manage']),
          reason: sentence,
          optional: z._default(z.boolean(), false),
        }),
      )
      .check(z.maxLength(40)),
    expiresInDays: z.optional(z.int().check(z.minimum(1), z.maximum(365))),
  }),
  /** What must be so before it can work, one sentence each. */
  needs: z.strictObject({
    /** The role in the OpenAI organization. */
    openai: z.enum(['owner', 'member']),
    product: z.optional(sentence),
  }),
  /** Where the key goes, in the product's own words, such as "Assets › OpenAI › Connect". */
  place: sentence,
  /** How it shows that the key works there. */
  proof: z.strictObject({
    by: z.enum(['product-test', 'first-data', 'read-back', 'permission-report']),
    note: z.optional(sentence),
  }),
  /** How the product can do without a key, when it can. */
  withoutKey: z.optional(z.strictObject({ note: sentence, url: webPage })),
  /** Another recipe for the same product, and when that is the better one. */
  instead: z.optional(z.strictObject({ id, when: sentence })),
  /** One key and run for each of several OpenAI organizations. */
  perOrganization: z.optional(z.boolean()),
  /**
   * The product's instructions lead newcomers through OpenAI's first-run wizard. The test key that it
   * makes takes no permissions and can do everything: it is revoked once the real key is there.
   */
  firstRun: z.optional(z.boolean()),
  portal: z.optional(portal),
});

/** A recipe that has been checked. */
export type Recipe = z.infer<typeof recipeSchema>;
/** The portal part of a recipe. */
export type Portal = z.infer<typeof portal>;
/** A control of a product's page, by role and names. */
export type PortalControl = z.infer<typeof control>;
/** A part of the way to a product's form. */
export type WayPart = z.infer<typeof wayPart>;
