import { doit } from './doit';
import type { Recipe } from './recipe';

/** Every packaged recipe, in the order in which the picker shows them. */
export const CATALOGUE: readonly Recipe[] = [doit];

/** The packaged recipe with this id. */
export function recipeById(id: string | undefined): Recipe | undefined {
  return CATALOGUE.find((recipe) => recipe.id === id);
}
