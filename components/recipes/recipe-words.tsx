import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Recipe, RecipeDetails } from '@/lib/messaging/recipe-messages';
import { kindWords } from '../message';
import { Notice } from '../ui/notice';
import { PermissionRows } from './permission-rows';
import { OutLink, SourceWords } from './source-words';

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** A recipe in words: what it needs and why, where its key goes, and where it says so. */
export function RecipeWords({ details }: { readonly details: RecipeDetails }) {
  const { recipe, instead } = details;
  return (
    <div className="stack">
      {recipe.unconfirmed && (
        <Notice tone="amber" title={i18n.t('ui.fact.unconfirmed')}>
          {recipe.unconfirmed}
        </Notice>
      )}
      {recipe.withoutKey && (
        <Notice tone="good" title={i18n.t('ui.fact.withoutKey')}>
          {recipe.withoutKey.note} <OutLink url={recipe.withoutKey.url} />
        </Notice>
      )}
      {instead && (
        <Notice tone="plain">
          {instead.when}{' '}
          <a href={`#recipes/${instead.id}`}>{i18n.t('ui.fact.instead', [instead.purpose])}</a>
        </Notice>
      )}
      <PermissionRows recipeKey={recipe.key} />
      <dl className="facts">
        {factsOf(details).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function factsOf(details: RecipeDetails): Fact[] {
  const { recipe, portalHost } = details;
  const { key, needs, place, proof } = recipe;
  return [
    { name: i18n.t('ui.fact.kind'), value: kindWords(key.kind) },
    { name: i18n.t('ui.fact.name'), value: nameWords(key.name) },
    {
      name: i18n.t('ui.fact.expires'),
      value:
        key.expiresInDays === undefined
          ? i18n.t('ui.fact.never')
          : i18n.t('ui.fact.expiresIn', key.expiresInDays),
    },
    {
      name: i18n.t('ui.fact.place'),
      value: lines([place, portalHost && i18n.t('ui.fact.portal', [portalHost])]),
    },
    {
      name: i18n.t('ui.fact.proof'),
      value: lines([proofWords(proof.by), proof.note]),
    },
    {
      name: i18n.t('ui.fact.needs'),
      value: lines([
        needs.openai === 'owner' ? i18n.t('ui.fact.owner') : i18n.t('ui.fact.member'),
        needs.product,
        recipe.perOrganization && i18n.t('ui.fact.perOrganization'),
        recipe.firstRun && i18n.t('ui.fact.firstRun'),
      ]),
    },
    {
      name: details.origin === 'own' ? i18n.t('ui.fact.made') : i18n.t('ui.fact.source'),
      value: <SourceWords details={details} />,
    },
  ];
}

function proofWords(by: Recipe['proof']['by']): string {
  switch (by) {
    case 'product-test':
      return i18n.t('ui.proofBy.product_test');
    case 'first-data':
      return i18n.t('ui.proofBy.first_data');
    case 'read-back':
      return i18n.t('ui.proofBy.read_back');
    case 'permission-report':
      return i18n.t('ui.proofBy.permission_report');
  }
}

function nameWords(name: string): string {
  const bare = name.replace('{date}', '').trim();
  return bare === name ? name : i18n.t('ui.fact.nameDate', [bare]);
}

function lines(parts: readonly (string | false | undefined)[]): ReactNode {
  return parts
    .filter((part) => part !== undefined && part !== false && part !== '')
    .map((part) => <p key={String(part)}>{part}</p>);
}
