import { toJSONSchema } from 'zod';
import { recipeSchema } from '@/lib/recipes/recipe';

/** The recipe's schema as JSON Schema, for editors and for vendors' own checks. */
export function jsonSchema(): object {
  const schema = toJSONSchema(recipeSchema, {
    io: 'input',
    override: ({ jsonSchema: part }) => {
      // Every address of a recipe is https, which "uri" doesn't say; "includes" is no JSON Schema format.
      if (part.format === 'uri') part.pattern = '^https://';
      if (part.format === 'includes') delete part.format;
    },
  });
  return { title: 'Keyferry recipe', ...schema };
}
