import { i18n } from '#i18n';
import type { Recipe } from '@/lib/messaging/recipe-messages';
import { message } from '../message';

/** What a recipe's key may do, with the reason for each row, in the dashboard's words. */
export function PermissionRows({ recipeKey: key }: { readonly recipeKey: Recipe['key'] }) {
  return (
    <section className="report">
      <h2>
        {i18n.t('ui.fact.rows')} · {message(`ui.permission.${key.permission}`)}
      </h2>
      <p>{key.reason}</p>
      {key.permission === 'restricted' ? (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{i18n.t('ui.fact.row')}</th>
                <th scope="col">{i18n.t('ui.fact.choice')}</th>
                <th scope="col">{i18n.t('ui.fact.why')}</th>
              </tr>
            </thead>
            <tbody>
              {key.rows.map(({ row, choice, reason, optional }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  <td>{optional ? i18n.t('ui.fact.optional', [choice]) : choice}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet">{i18n.t('ui.fact.rowsRest')}</p>
        </>
      ) : (
        <p className="quiet">
          {key.permission === 'all' ? i18n.t('ui.fact.all') : i18n.t('ui.fact.readOnly')}
        </p>
      )}
    </section>
  );
}
