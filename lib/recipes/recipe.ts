import * as z from 'zod/mini';

/** Words to find a control by: its role and every name it is known by, the present one first. */
const control = z.strictObject({
  role: z.enum(['link', 'button', 'textbox', 'tab', 'menuitem']),
  names: z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.minLength(1)),
});

/** A product's own page into which the key is filled, because it has no API for it. */
const portal = z.strictObject({
  origin: z.url({ protocol: /^https$/ }),
  /** Opened when the person has no tab of the product open. */
  start: z.url({ protocol: /^https$/ }),
  /** The way from the start to the form, for products whose form has no address of its own. */
  path: z.array(control),
  field: control,
  /** What is typed; `{key}` stands for the key. */
  value: z.string().check(z.includes('{key}')),
  test: z.optional(
    z.strictObject({
      press: control,
      /** Texts that the product shows when its test passed or failed. */
      passed: z.array(z.string()),
      failed: z.array(z.string()),
    }),
  ),
  finish: z.optional(control),
});

/** What a product needs and where the key goes. How to click on OpenAI's pages is not in it. */
export const recipeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  product: z.string().check(z.minLength(1), z.maxLength(60)),
  /** One or two words on what the key does there, shown beside the product. */
  purpose: z.string().check(z.minLength(1), z.maxLength(80)),
  source: z.strictObject({ title: z.string(), url: z.url(), read: z.iso.date() }),
  key: z.strictObject({
    kind: z.enum(['admin', 'project']),
    /** `{date}` stands for the day of creation. */
    name: z.string().check(z.minLength(1), z.maxLength(60)),
    permission: z.enum(['restricted', 'read-only']),
    /** Row of the matrix → choice. Rows not named stay at None. */
    rows: z.array(
      z.strictObject({
        row: z.string(),
        choice: z.string(),
        reason: z.string().check(z.maxLength(160)),
        optional: z._default(z.boolean(), false),
      }),
    ),
    expiresInDays: z.optional(z.int().check(z.minimum(1), z.maximum(365))),
  }),
  portal: z.optional(portal),
});

/** A recipe that has been checked. */
export type Recipe = z.infer<typeof recipeSchema>;
/** The portal part of a recipe. */
export type Portal = z.infer<typeof portal>;
/** A control of a product's page, by role and names. */
export type PortalControl = z.infer<typeof control>;
