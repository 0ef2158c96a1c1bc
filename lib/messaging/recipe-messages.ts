import * as z from 'zod/mini';
import type { RecipeOrigin } from '@/lib/domain/views';
import type { Beyond } from '@/lib/recipes/compare';
import type { LintFinding } from '@/lib/recipes/lint';
import type { Recipe } from '@/lib/recipes/recipe';
import { ours } from './parts';

export type { LintFinding, Recipe };

/** A recipe's text is at most this long, in characters. */
const LONGEST = 65_536;

const recipeId = z.string().check(z.minLength(1), z.maxLength(80));
const text = z.string().check(z.maxLength(LONGEST));
/** The file's name, or the address; missing for pasted text. */
const from = z.optional(z.string().check(z.maxLength(2_000)));
const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** What a person says of a recipe of their own; the rest is ours to fill in. */
const ownRecipeSchema = z.strictObject({
  product: line(60),
  purpose: line(80),
  kind: z.enum(['project', 'admin']),
  permission: z.enum(['all', 'restricted', 'read-only']),
  /** What the key is used for there, in one sentence: the reason for every row. */
  reason: line(200),
  rows: z
    .array(
      z.strictObject({
        row: line(60),
        choice: z.enum(['Read', 'Write', 'Request', 'Use', 'Manage']),
      }),
    )
    .check(z.maxLength(40)),
  name: line(60),
  expiresInDays: z.optional(z.int().check(z.minimum(1), z.maximum(365))),
  place: line(200),
});
/** See {@link ownRecipeSchema}. */
export type OwnRecipe = z.infer<typeof ownRecipeSchema>;

/** The messages about recipes; a part of the table of messages. */
export const recipeMessages = {
  /** One recipe with everything that is known of it. */
  'recipe/read': { from: ours, request: () => z.strictObject({ recipeId }) },
  /** Gets a recipe's text from an https address. */
  'recipe/fetch': {
    from: ours,
    request: () =>
      z.strictObject({
        url: z.url({ protocol: /^https$/ }).check(z.maxLength(2_000)),
      }),
  },
  /** What a text would become, or what is wrong with it. Nothing is kept. */
  'recipe/preview': { from: ours, request: () => z.strictObject({ text, from }) },
  'recipe/import': {
    from: ours,
    request: () => z.strictObject({ text, from, secondDecision: z.boolean() }),
  },
  /** Keeps a recipe of one's own: a new one, or with an id that one as it is now. */
  'recipe/save': {
    from: ours,
    request: () => z.strictObject({ recipeId: z.optional(recipeId), recipe: ownRecipeSchema }),
  },
  'recipe/remove': { from: ours, request: () => z.strictObject({ recipeId }) },
} as const;

/** A recipe and what to know before using it. */
export interface RecipeDetails {
  readonly recipe: Recipe;
  readonly origin: RecipeOrigin;
  /** The file's name, or the address. */
  readonly from?: string;
  readonly addedAt?: number;
  /** The host of the product's own form, as the browser writes it. */
  readonly portalHost?: string;
  /** For a recipe that is not packaged: the packaged one that differs least in what its key can do. */
  readonly nearest?: { readonly id: string; readonly product: string; readonly purpose: string };
  /** What its key can do and that of `nearest` can't. */
  readonly beyond: readonly Beyond[];
  /** It asks for so much that the person decides on it apart. */
  readonly secondDecision: boolean;
  /** Another recipe for the same product. */
  readonly instead?: { readonly id: string; readonly purpose: string; readonly when: string };
}

/** What a text would become: a recipe with doubts about it, or every problem with its line. */
export type RecipePreview =
  | { readonly problems: readonly LintFinding[] }
  | { readonly details: RecipeDetails; readonly doubts: readonly LintFinding[] };

/** What the messages about recipes are answered with. */
export interface RecipeAnswers {
  'recipe/read': RecipeDetails;
  'recipe/fetch': { readonly text: string };
  'recipe/preview': RecipePreview;
  'recipe/import': { readonly recipeId: string };
  'recipe/save': { readonly recipeId: string };
}
