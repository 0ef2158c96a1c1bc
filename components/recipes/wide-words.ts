import { i18n } from '#i18n';
import type { Recipe } from '@/lib/messaging/recipe-messages';

type WideKey = Pick<Recipe['key'], 'kind' | 'permission'> & {
  readonly rows: readonly { readonly row: string; readonly choice: string }[];
};

/** What a key could do that asks for All, or may change an organization; undefined for any other. */
export function wideWords({ kind, permission, rows }: WideKey): string | undefined {
  if (permission === 'all') {
    return kind === 'admin' ? i18n.t('ui.wide.all_admin') : i18n.t('ui.wide.all_project');
  }
  if (kind !== 'admin' || permission !== 'restricted') return undefined;
  const writes = rows.filter(({ choice }) => choice !== 'Read').map(({ row }) => row);
  return writes.length > 0 ? i18n.t('ui.wide.write', [writes.join(', ')]) : undefined;
}
