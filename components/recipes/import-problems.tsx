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
      <FindingTable findings={problems} />
    </Notice>
  );
}

/** Findings about a text, with their lines. */
export function FindingTable({ findings }: { readonly findings: readonly LintFinding[] }) {
  return (
    <table className="findings">
      <thead>
        <tr>
          <th scope="col">{i18n.t('ui.import.line')}</th>
          <th scope="col">{i18n.t('ui.import.where')}</th>
          <th scope="col">{i18n.t('ui.import.reason')}</th>
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
