import { signInOrigin } from '@/lib/domain/sign-in';
import { addressOrigins, TOKEN } from './address';
import type { DestinationForm, FormField, Typed } from './form';

const isOrganization = ({ scope }: Typed) => scope === 'organization';
const hasApp = ({ clientId = '' }: Typed) => clientId.trim() !== '';
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
    {
      name: 'clientId',
      kind: 'text',
      say: 'githubClientId',
      form: /^[A-Za-z0-9._-]{8,64}$/,
      optional: true,
    },
    { name: 'token', kind: 'secret', say: 'githubToken', form: TOKEN, rule: 'token' },
    { name: 'address', kind: 'address', say: 'githubAddress', start: 'https://api.github.com' },
    { name: 'refreshToken', kind: 'given', say: 'refreshToken', optional: true, when: hasApp },
    { name: 'expiresAt', kind: 'given', say: 'expiresAt', optional: true, when: hasApp },
  ],
  // The host where people sign in is the one that renews their tokens.
  origins: ({ address = '', clientId }) =>
    clientId === undefined
      ? addressOrigins({ address })
      : [
          ...new Set(
            [address, signInOrigin(address)].flatMap((at) => addressOrigins({ address: at })),
          ),
        ],
  signsIn: 'device',
  rights: ({ scope = '' }) => RIGHTS[scope] ?? '',
  // A classic token has every right that its owner has.
  lasting: ({ token = '' }) => token.startsWith('ghp_'),
};
