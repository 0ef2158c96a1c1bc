import { i18n } from '#i18n';
import type { PermissionReport } from '@/lib/domain/permission-report';
import { message } from '../message';
import { scopeRows } from './report-rows';

/** Every permission that was looked at: granted, not granted, or why it was not tested. Folded away. */
export function ScopeList({ report }: { readonly report: PermissionReport }) {
  return (
    <details className="report">
      <summary>{i18n.t('ui.report.all', [report.total])}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n.t('ui.report.permission')}</th>
            <th scope="col">{i18n.t('ui.report.has')}</th>
          </tr>
        </thead>
        <tbody>
          {scopeRows(report).map(({ scope, found }) => (
            <tr key={scope}>
              <th scope="row">
                <code>{scope}</code>
              </th>
              <td>
                {found === 'granted' || found === 'denied'
                  ? message(`ui.report.${found}`)
                  : `${i18n.t('ui.report.unknown')}. ${message(`ui.untested.${found}`)}.`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
