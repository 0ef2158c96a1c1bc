import { describe, expect, it } from 'vitest';
import { reportRows, reportSummary } from '@/components/keys/report-rows';
import { compareScopes, type Finding } from '@/lib/domain/permission-report';
import { scopesFor } from '@/lib/domain/scopes';

const need = { needed: ['api.usage.read'], optional: [] };
const report = (findings: Record<string, Finding>) =>
  compareScopes(need, findings, scopesFor('admin'));
const denied = Object.fromEntries(scopesFor('admin').map((scope) => [scope, 'denied' as const]));

describe('reportRows', () => {
  it("speaks the dashboard's words and leaves out what is neither needed nor there", () => {
    expect(reportRows('admin', report({ ...denied, 'api.usage.read': 'granted' }))).toEqual([
      { row: 'Usage API Scope', needed: 'Read', has: 'Read', verdict: 'right' },
    ]);
  });

  it('puts what is missing first, then what is too much', () => {
    const rows = reportRows(
      'admin',
      report({ ...denied, 'api.management.read': 'granted', 'api.management.write': 'granted' }),
    );
    expect(rows).toEqual([
      { row: 'Usage API Scope', needed: 'Read', verdict: 'missing' },
      {
        row: 'Organization Administration',
        has: 'Write',
        reduceTo: 'None',
        verdict: 'excess',
      },
    ]);
  });

  it('does not call right what was not tested', () => {
    expect(reportRows('admin', report({}))[0]?.verdict).toBe('untested');
  });
});

describe('reportSummary', () => {
  it('says "nothing else" only when nothing is open', () => {
    expect(reportSummary(report({ ...denied, 'api.usage.read': 'granted' }))).toBe('exact');
    expect(reportSummary(report({ 'api.usage.read': 'granted' }))).toBe('partly');
    expect(reportSummary(report(denied))).toBe('lacking');
    const all = { ...denied, 'api.usage.read': 'granted', 'api.audit_logs.read': 'granted' };
    expect(reportSummary(report(all as Record<string, Finding>))).toBe('tooMuch');
  });
});
