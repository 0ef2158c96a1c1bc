import { useEffect, useState } from 'react';
import { send } from '@/lib/messaging/client';
import type { RecipeDetails } from '@/lib/messaging/recipe-messages';

/** A recipe with what is known of it, or why it could not be had. */
export interface ReadRecipe {
  readonly details?: RecipeDetails;
  readonly error?: unknown;
}

/** Asks the background for one recipe. */
export function useRecipe(recipeId: string | undefined): ReadRecipe {
  const [answer, setAnswer] = useState<ReadRecipe & { readonly of?: string }>({});
  useEffect(() => {
    if (recipeId === undefined) return undefined;
    let wanted = true;
    send('recipe/read', { recipeId }).then(
      (details) => wanted && setAnswer({ of: recipeId, details }),
      (error: unknown) => wanted && setAnswer({ of: recipeId, error }),
    );
    return () => {
      wanted = false;
    };
  }, [recipeId]);
  return answer.of === recipeId ? answer : {};
}
