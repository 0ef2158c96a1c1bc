import { i18n } from '#i18n';
import type { LintFinding } from '@/lib/messaging/recipe-messages';
import { Notice } from '../ui/notice';

interface ImportProblemsProps {
  readonly problems: readonly LintFinding[];
  readonly from: string | undefined;
}

/** What is wrong with a text, line by line. */
export function ImportProblems({ problems, from }: ImportProblemsProps) {
  return (
    <Notice tone="red" title={i18n.t('ui.import.problems', problems.length)} alert>
      <p>
        {from && <>{from}. </>}
        {i18n.t('ui.import.nothing')}
      </p>
      <FindingTable findings={problems} reason={i18n.t('ui.import.reason')} />
    </Notice>
  );
}

interface FindingTableProps {
  readonly findings: readonly LintFinding[];
  /** What the reasons are called. */
  readonly reason: string;
}

/** Findings about a text, with their lines. */
export function FindingTable({ findings, reason: title }: FindingTableProps) {
  return (
    <table className="findings">
      <thead>
        <tr>
          <th scope="col">{i18n.t('ui.import.line')}</th>
          <th scope="col">{i18n.t('ui.import.where')}</th>
          <th scope="col">{title}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map(({ line, path, reason }) => (
          <tr key={`${line} ${path} ${reason}`}>
            <td className="mono">{line}</td>
            <td>
              <code>{path}</code>
            </td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
