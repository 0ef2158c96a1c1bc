import { expect, test } from 'vitest';
import { compareOwner, type OwnerFacts, type ShownOwner } from '@/lib/domain/owner';
import type { HttpAnswer } from '@/lib/http';
import { ownerIn } from '@/lib/verification/owner';

const answer = (body: unknown, headers: Record<string, string> = {}, status = 200): HttpAnswer => ({
  status,
  headers: new Headers(headers),
  text: JSON.stringify(body),
});
const acme = { id: 'org-1', name: 'acme-2', title: 'Acme' };
const home = { id: 'org-2', title: 'Personal' };

test('Headers tell organization and project, /v1/me the organizations, and nothing else is read.', () => {
  const headers = { 'openai-organization': 'acme-2', 'openai-project': 'proj_1' };
  expect(ownerIn('/v1/models', answer({}, headers))).toEqual({
    organization: 'acme-2',
    projectId: 'proj_1',
  });
  const me = { id: 'user-1', email: 'fay@example.com', orgs: { data: [acme, home] } };
  expect(ownerIn('/v1/me', answer(me))).toEqual({ organizations: [acme, home] });
});

test.each([
  [answer({}), {}],
  [answer({ orgs: 'none' }), {}],
  [answer({ orgs: { data: [null, { id: 7 }, 'x'] } }), {}],
  [answer({ orgs: { data: [acme] } }, {}, 401), {}],
  [{ status: 200, headers: new Headers(), text: '<html>' }, {}],
])('What is not there stays unknown: %#.', (each, facts) => {
  expect(ownerIn('/v1/me', each)).toEqual(facts);
});

test.each<[string, ShownOwner, OwnerFacts, string, string]>([
  [
    'the header’s id is listed',
    { organization: 'Acme' },
    { organization: 'org-1', organizations: [acme, home] },
    'same',
    'Acme',
  ],
  [
    'the header’s short name is listed',
    { organization: 'ACME ' },
    { organization: 'acme-2', organizations: [acme] },
    'same',
    'Acme',
  ],
  [
    'there is but one organization',
    { organization: 'Acme' },
    { organizations: [acme] },
    'same',
    'Acme',
  ],
  [
    'the header says what the page says',
    { organization: 'Acme' },
    { organization: 'acme' },
    'same',
    'acme',
  ],
  [
    'another is listed for it',
    { organization: 'Globex' },
    { organization: 'org-1', organizations: [acme, home] },
    'other',
    'Acme',
  ],
  [
    'one name may be part of the other',
    { organization: 'Personal Organization' },
    { organizations: [home] },
    'unknown',
    'Personal',
  ],
  [
    'a short name alone proves no difference',
    { organization: 'Globex' },
    { organization: 'user-abc' },
    'unknown',
    'user-abc',
  ],
  ['the page showed none', {}, { organizations: [acme] }, 'unknown', 'Acme'],
])('The organization, when %s.', (_when, shown, facts, match, name) => {
  expect(compareOwner(true, shown, facts)).toMatchObject({
    organizationMatch: match,
    organization: name,
  });
});

test('Nothing is known of an organization that no answer names.', () => {
  const shown = { organization: 'Acme' };
  const owner = compareOwner(true, shown, { organizations: [acme, home] });
  expect(owner).toEqual({ organizationMatch: 'unknown', shown: 'Acme' });
});

test.each([
  ['same', { project: 'A', projectId: 'proj_1' }, 'A'],
  ['same', { projectId: 'proj_1' }, undefined],
  ['other', { project: 'A', projectId: 'proj_2' }, 'A'],
  // The dialog named another project than the sidebar.
  ['unknown', { project: 'A', projectId: 'proj_2' }, 'B'],
  ['unknown', { project: 'A' }, 'A'],
] as const)('The project is %s for %o and the dialog’s %s.', (match, shown, chosen) => {
  expect(compareOwner(false, shown, { projectId: 'proj_1' }, chosen).projectMatch).toBe(match);
  expect(compareOwner(false, shown, {}, chosen).projectMatch).toBe('unknown');
  expect(compareOwner(true, shown, { projectId: 'proj_1' }, chosen).projectMatch).toBeUndefined();
});
