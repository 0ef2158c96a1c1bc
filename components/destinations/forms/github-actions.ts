import { addressOrigins, TOKEN } from './address';
import type { DestinationForm, FormField, Typed } from './form';

const isOrganization = ({ scope }: Typed) => scope === 'organization';
const LOGIN = /^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,100}$/;
/** A part of dots alone leads out of its place in an address, however it is written. */
const ENVIRONMENT = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]+$/u;

const PLACE: readonly FormField[] = [
  {
    name: 'scope',
    kind: 'choice',
    say: 'githubScope',
    choices: ['repository', 'environment', 'organization'],
    start: 'repository',
  },
  { name: 'owner', kind: 'text', say: 'githubOwner', form: LOGIN, rule: 'login' },
  {
    name: 'repository',
    kind: 'text',
    say: 'githubRepository',
    form: LOGIN,
    rule: 'login',
    when: (typed) => !isOrganization(typed),
  },
  {
    name: 'environment',
    kind: 'text',
    say: 'githubEnvironment',
    longest: 255,
    form: ENVIRONMENT,
    rule: 'environment',
    when: ({ scope }) => scope === 'environment',
  },
  {
    name: 'visibility',
    kind: 'choice',
    say: 'githubVisibility',
    choices: ['private', 'all'],
    start: 'private',
    when: isOrganization,
  },
];

/** What GitHub's own page for fine-grained tokens calls the rights. */
const RIGHTS: Readonly<Record<string, string>> = {
  repository: 'Repository permissions\n  Secrets: Read and write',
  environment: 'Repository permissions\n  Environments: Read and write',
  organization: 'Organization permissions\n  Secrets: Read and write',
};

/** The form of GitHub Actions secrets. */
export const githubActionsForm: DestinationForm = {
  adapter: 'github-actions',
  fields: [
    ...PLACE,
    { name: 'name', kind: 'name', say: 'githubName', longest: 200, start: 'OPENAI_API_KEY' },
    { name: 'token', kind: 'secret', say: 'githubToken', form: TOKEN, rule: 'token' },
    { name: 'address', kind: 'address', say: 'githubAddress', start: 'https://api.github.com' },
  ],
  origins: addressOrigins,
  rights: ({ scope = '' }) => RIGHTS[scope] ?? '',
  // A classic token has every right that its owner has.
  lasting: ({ token = '' }) => token.startsWith('ghp_'),
};
