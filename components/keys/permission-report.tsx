import { i18n } from '#i18n';
import type { KeyKind } from '@/lib/domain/api-key';
import { readOnlyProof, type PermissionReport } from '@/lib/domain/permission-report';
import { message } from '../message';
import { reportRows, reportSummary, type ReportRow } from './report-rows';
import { ScopeList } from './scope-list';

/** The report in one sentence. */
export function summaryWords(report: PermissionReport): string {
  switch (reportSummary(report)) {
    case 'lacking':
      return i18n.t('ui.report.lacking', report.missing.length);
    case 'tooMuch':
      return i18n.t('ui.report.tooMuch', report.excess.length);
    case 'partly':
      return i18n.t('ui.report.partly', [report.checked, report.total, report.unknown.length]);
    case 'exact':
      return i18n.t('ui.report.exact');
  }
}

function verdictWords({ row, verdict, untested, why, reduceTo }: ReportRow): string {
  switch (verdict) {
    case 'missing':
      return i18n.t('ui.report.missing');
    case 'excess':
      return reduceTo === undefined
        ? i18n.t('ui.report.excess')
        : `${i18n.t('ui.report.excess')}. ${i18n.t('ui.report.reduce', [row, reduceTo])}`;
    case 'untested':
      return why === undefined || why === 'not_free'
        ? i18n.t('ui.report.untested')
        : message(`ui.untested.${why}`);
    case 'right':
      return untested === undefined
        ? i18n.t('ui.report.right')
        : i18n.t('ui.report.rightUntested', [untested]);
  }
}

interface PermissionTableProps {
  readonly kind: KeyKind;
  readonly report: PermissionReport;
}

/** What the key may do beside what the job needs, in the words of OpenAI's dashboard. */
export function PermissionTable({ kind, report }: PermissionTableProps) {
  const none = i18n.t('ui.report.none');
  const wrong = report.missing.length + report.excess.length > 0;
  const readOnly = kind === 'admin' ? undefined : readOnlyProof(report);
  return (
    // What is right is quiet: the table opens by itself only to show what is not.
    <details className="report" open={wrong}>
      <summary>{i18n.t('ui.report.title')}</summary>
      <p>{summaryWords(report)}</p>
      {readOnly && <p>{i18n.t('ui.report.readOnly', [readOnly.refused, readOnly.untested])}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n.t('ui.report.permission')}</th>
            <th scope="col">{i18n.t('ui.report.needed')}</th>
            <th scope="col">{i18n.t('ui.report.has')}</th>
            <th scope="col">{i18n.t('ui.report.so')}</th>
          </tr>
        </thead>
        <tbody>
          {reportRows(kind, report).map((row) => (
            <tr key={row.row} data-verdict={row.verdict}>
              <th scope="row">{row.row}</th>
              <td>{row.needed ?? none}</td>
              <td>{row.has ?? (row.untested ? i18n.t('ui.report.unknown') : none)}</td>
              <td>{verdictWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ScopeList report={report} />
    </details>
  );
}
