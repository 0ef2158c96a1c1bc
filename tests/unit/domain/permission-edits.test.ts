import { expect, test } from 'vitest';
import { editsOf } from '@/lib/domain/permission-edits';
import { compareScopes, readOnlyProof, type Finding } from '@/lib/domain/permission-report';
import { scopesFor } from '@/lib/domain/scopes';

const need = { needed: ['api.usage.read'], optional: ['api.management.read'] };
const edits = (findings: Record<string, Finding>) =>
  editsOf('admin', compareScopes(need, findings, scopesFor('admin')));

test('What lacks is set to what the job needs, what is too much to None.', () => {
  expect(edits({ 'api.usage.read': 'denied', 'api.audit_logs.read': 'granted' })).toEqual([
    { row: 'Usage API Scope', choice: 'Read' },
    { row: 'Audit Logs Scope', choice: 'None' },
  ]);
});

test('What is optional and there may stay.', () => {
  const findings = {
    'api.usage.read': 'granted',
    'api.management.read': 'granted',
    'api.management.write': 'granted',
  } as const;
  expect(edits(findings)).toEqual([{ row: 'Organization Administration', choice: 'Read' }]);
});

test('A key that is as needed has nothing to set.', () => {
  expect(edits({ 'api.usage.read': 'granted' })).toEqual([]);
});

const proof = (findings: Record<string, Finding>) =>
  readOnlyProof(
    compareScopes({ needed: [], optional: [] }, findings, ['a.read', 'a.write', 'b.write']),
  );

test('A key reads only when a write was refused and none is granted.', () => {
  expect(proof({ 'a.read': 'granted', 'a.write': 'denied' })).toEqual({ refused: 1, untested: 1 });
  expect(proof({ 'a.write': 'denied', 'b.write': 'granted' })).toBeUndefined();
  expect(proof({ 'a.read': 'granted' })).toBeUndefined();
});
