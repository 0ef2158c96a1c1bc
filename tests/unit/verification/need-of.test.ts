import { expect, test } from 'vitest';
import { scopesFor } from '@/lib/domain/scopes';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import { needOf } from '@/lib/verification/need-of';

const row = (name: string, choice: string, optional = false) => ({ row: name, choice, optional });

test('What DoiT needs is the usage scope; names of projects are optional.', () => {
  const rows = [row('Usage API Scope', 'Read'), row('Organization Administration', 'Read', true)];
  expect(needOf({ kind: 'admin', permission: 'restricted', rows })).toEqual({
    kind: 'admin',
    needed: ['api.usage.read'],
    optional: ['api.management.read'],
  });
});

test('A row is known by its older label too.', () => {
  const rows = [row('Management API Scope', 'Write')];
  expect(needOf({ kind: 'admin', permission: 'restricted', rows }).needed).toEqual([
    'api.management.read',
    'api.management.write',
  ]);
});

test('Rows of one kind of key mean nothing for the other.', () => {
  const rows = [row('Usage API Scope', 'Read')];
  expect(needOf({ kind: 'project', permission: 'restricted', rows }).needed).toEqual([]);
});

test('For a read-only key every read is asked for, and no write.', () => {
  const rows = [row('List models', 'Read')];
  const { needed, optional } = needOf({ kind: 'project', permission: 'read-only', rows });
  expect(needed).toEqual(['api.model.read']);
  expect(optional).toContain('api.files.read');
  expect(optional.filter((scope) => !scope.endsWith('.read'))).toEqual([]);
});

test('Of a key with all permissions nothing is too much.', () => {
  const { optional } = needOf({ kind: 'project', permission: 'all', rows: [] });
  expect(optional).toEqual(scopesFor('project'));
});

test.each(CATALOGUE)('Every row that $product asks for stands for a scope.', ({ key }) => {
  for (const each of key.rows) {
    const { needed, optional } = needOf({ ...key, permission: 'restricted', rows: [each] });
    expect([...needed, ...optional], `${each.row}: ${each.choice}`).not.toEqual([]);
  }
});
