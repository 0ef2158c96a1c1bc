import type { RecipeView } from '@/lib/domain/views';
import { kindWords } from '../message';
import { Row } from '../ui/row';
import { NotCatalogue } from './not-catalogue';

interface RecipeRowsProps {
  readonly title?: string;
  readonly recipes: readonly RecipeView[];
  /** The recipe whose press is being worked on. */
  readonly busyId?: string | undefined;
  readonly onPress: (recipeId: string) => void;
}

/** Recipes as pressable rows, under a title. */
export function RecipeRows({ title, recipes, busyId, onPress }: RecipeRowsProps) {
  if (recipes.length === 0) return null;
  return (
    <section>
      {title && <h2 className="section-title">{title}</h2>}
      <ul className="rows">
        {recipes.map(({ id, product, purpose, keyKind, origin }) => {
          const packaged = origin === 'catalogue';
          return (
            <Row
              key={id}
              title={product}
              detail={`${purpose} · ${kindWords(keyKind)}`}
              aside={!packaged && <NotCatalogue />}
              busy={busyId === id}
              onPress={() => onPress(id)}
            />
          );
        })}
      </ul>
    </section>
  );
}
