import type { CalloutContent } from '@/lib/callout/content';
import { lineAt } from '@/lib/callout/line';
import type { PageSnapshot } from '@/lib/domain/snapshot';
import type { GuideBrief } from '@/lib/messaging/briefs';
import { text } from '@/lib/text';
import { badgeOf, button } from './present';

/** What the callout says of the key on screen once its fate is known, or when it is the person's to decide. */
export function presentKey(brief: GuideBrief, snapshot: PageSnapshot): CalloutContent {
  return { badge: badgeOf(brief.isForeign), ...wordsOf(brief, snapshot) };
}

function wordsOf(brief: GuideBrief, { page, summary }: PageSnapshot): CalloutContent {
  const { captured, problem, recipe } = brief;
  if (problem) {
    return {
      tone: 'warn',
      line: lineAt(1),
      title: text('guide.problem.title'),
      body: text(`error.${problem.code}`, problem.words),
      buttons: [button('save', true)],
    };
  }
  if (captured?.state === 'held') {
    const { why } = captured;
    const isForThePerson = why === 'no-vault' || why === 'needs-unlock';
    return {
      tone: 'warn',
      line: lineAt(1),
      title: text(isForThePerson ? 'guide.held.title' : 'guide.held.copy'),
      body: text(`guide.held.${why}`),
      buttons: [],
    };
  }
  if (!captured) {
    return {
      tone: 'plain',
      line: lineAt(1),
      title: text('guide.offer.title'),
      body: text('guide.offer.body'),
      buttons: [button('save', true), button('dismiss')],
    };
  }
  const close = text('guide.close');
  if (page === 'welcome' && recipe) {
    return {
      tone: 'warn',
      line: lineAt(2),
      title: text('guide.first_key.title'),
      body: text('guide.first_key.body', [recipe.product]),
      buttons: [button('restrict', true), button('use-it')],
      close,
    };
  }
  const [warning] = captured.warnings;
  const isOther = recipe && summary && summary !== recipe.key.permission;
  return {
    tone: warning || isOther ? 'warn' : 'plain',
    line: lineAt(2),
    title: text('guide.saved.title'),
    body: warning
      ? text(`warning.${warning}`, recipe ? [recipe.product] : [])
      : isOther
        ? text(`guide.summary.${summary}`, [recipe.product])
        : text('guide.saved.body'),
    buttons: [],
    close,
  };
}
