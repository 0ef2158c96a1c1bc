import { i18n } from '#i18n';
import type { RecipeDetails } from '@/lib/messaging/recipe-messages';
import { dayWords } from '../keys/words';
import { Icon } from '../ui/icon';

/** Where a recipe came from, and what it was made from. */
export function SourceWords({ details }: { readonly details: RecipeDetails }) {
  const { recipe, origin, from, addedAt } = details;
  const day = addedAt === undefined ? '' : dayWords(addedAt);
  if (origin === 'own') return i18n.t('ui.fact.madeOn', [day]);
  const { title, url, read } = recipe.source;
  return (
    <>
      <p>
        {title}, {i18n.t('ui.fact.read', [dayWords(new Date(`${read}T12:00:00`))])}{' '}
        <OutLink url={url} />
      </p>
      {origin === 'imported' && (
        <p>
          {i18n.t('ui.fact.from')}:{' '}
          {[from ?? i18n.t('ui.fact.pasted'), day].filter(Boolean).join(', ')}
        </p>
      )}
    </>
  );
}

/** A link out of Keyferry, named by its host: its words could say anything. */
export function OutLink({ url }: { readonly url: string }) {
  return (
    <a className="out" href={url} target="_blank" rel="noreferrer">
      {new URL(url).host}
      <Icon name="open" />
    </a>
  );
}
