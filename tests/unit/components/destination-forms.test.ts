import { describe, expect, it } from 'vitest';
import { FORMS, KINDS } from '@/components/destinations/forms/all';
import {
  previewOf,
  reasonsOf,
  settingsOf,
  startOf,
  trimmed,
} from '@/components/destinations/forms/check';
import type { Typed } from '@/components/destinations/forms/form';
import { ADAPTERS } from '@/lib/destinations/registry';
import { CREDENTIALS } from '@/lib/domain/credentials';
import { NAMING, type AdapterId } from '@/lib/domain/naming';
import {
  destinationSettingsSchema,
  type DestinationSettings,
} from '@/lib/messaging/destination-messages';

const aws = {
  region: 'eu-central-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
/** What a person types beside what stands in each form already. */
const TYPED: Readonly<Record<AdapterId, Typed>> = {
  'aws-secrets-manager': { ...aws, secretName: 'keyferry/{product}' },
  'aws-parameter-store': { ...aws, parameterName: '/prod/{product}/openai' },
  'vault-kv': {
    address: 'https://vault.example.com:8200',
    path: '{product}/openai',
    token: 'hvs.FAKE-token',
  },
  'github-actions': { owner: 'acme', repository: 'site', token: 'github_pat_FAKE' },
  nexla: { serviceKey: 'FAKE-service-key' },
  webhook: { address: 'https://hooks.example.com/in', secret: `whsec_${'A'.repeat(32)}` },
  file: { recipient: `age1${'q'.repeat(58)}` },
};
const filled = (kind: AdapterId, more: Typed = {}): Typed => ({
  ...startOf(FORMS[kind]),
  label: 'Mine',
  ...TYPED[kind],
  ...more,
});
const reasons = (kind: AdapterId, more: Typed) =>
  Object.fromEntries(
    Object.entries(reasonsOf(FORMS[kind], filled(kind, more))).map(([name, { key }]) => [
      name,
      key,
    ]),
  );

describe.each(KINDS)('The form of %s', (kind) => {
  const form = FORMS[kind];

  it('makes settings that the background takes', () => {
    expect(reasonsOf(form, filled(kind))).toEqual({});
    const sent = { adapter: kind, ...settingsOf(form, filled(kind)) };
    expect(destinationSettingsSchema.safeParse(sent).success).toBe(true);
  });

  it('asks for access to the very hosts that the adapter sends to', () => {
    const { settings } = settingsOf(form, filled(kind));
    const origins = ADAPTERS[kind].origins as (of: DestinationSettings['settings']) => unknown;
    expect(form.origins(settings)).toEqual(origins(settings as never));
  });

  it('holds a name to the rule of the destination, with its template filled in', () => {
    const name = ADAPTERS[kind].name;
    expect(form.fields.find((field) => field.kind === 'name')?.name).toBe(name);
    expect(reasons(kind, { [name]: '{who}'.repeat(40) })).toEqual({ [name]: expect.any(String) });
    const preview = previewOf(kind, '{product}');
    expect(preview).toMatch(NAMING[kind].form);
    expect(preview).toMatch(/^doit$/i);
    expect(previewOf(kind, 'openai')).toBeUndefined();
  });

  it('has secret fields for the credentials, and for nothing else', () => {
    const secret = form.fields.filter((field) => field.kind === 'secret').map(({ name }) => name);
    // What comes with a sign-in is a credential without a field.
    expect(secret).toEqual(CREDENTIALS[kind].filter((name) => name !== 'refreshToken'));
  });

  it('says of every field that is left empty that it is needed, but not of a kept credential', () => {
    const empty = Object.fromEntries(Object.keys(filled(kind)).map((name) => [name, '']));
    const found = reasonsOf(form, { ...empty, format: 'age', scope: 'repository' });
    expect(found['label']).toEqual({ key: 'ui.reason.missing' });
    for (const name of CREDENTIALS[kind]) {
      const field = form.fields.find((each) => each.name === name);
      expect(found[name] === undefined).toBe(field?.optional === true);
    }
    const kept = reasonsOf(form, filled(kind, emptied(kind)), CREDENTIALS[kind]);
    expect(kept).toEqual({});
  });

  it('does not count white space that came along with a paste', () => {
    const padded = Object.entries(filled(kind)).map(([name, value]) => [name, ` ${value}\n`]);
    const choices = form.fields.filter((field) => field.kind === 'choice').map(({ name }) => name);
    const typed = Object.fromEntries(padded) as Typed;
    const chosen = Object.fromEntries(choices.map((name) => [name, filled(kind)[name] ?? '']));
    expect(reasonsOf(form, { ...typed, ...chosen })).toEqual({});
  });
});

const emptied = (kind: AdapterId) =>
  Object.fromEntries(CREDENTIALS[kind].map((name) => [name, '']));

describe('reasonsOf', () => {
  it.each<[AdapterId, Typed, Typed]>([
    ['aws-secrets-manager', { region: 'Frankfurt' }, { region: 'ui.fieldForm.region' }],
    [
      'aws-secrets-manager',
      { secretName: 'my secret' },
      { secretName: 'ui.naming.aws-secrets-manager' },
    ],
    [
      'aws-secrets-manager',
      { secretAccessKey: 'AKIAIOSFODNN7EXAMPLE' },
      { secretAccessKey: 'ui.reason.swapped' },
    ],
    [
      'aws-parameter-store',
      { accessKeyId: 'ASIAIOSFODNN7EXAMPLE' },
      { sessionToken: 'ui.reason.tokenNeeded' },
    ],
    [
      'aws-parameter-store',
      { parameterName: '/aws/openai' },
      { parameterName: 'ui.naming.aws-parameter-store' },
    ],
    ['vault-kv', { address: 'http://vault.example' }, { address: 'ui.addressProblem.not_https' }],
    ['vault-kv', { path: 'a//b' }, { path: 'ui.naming.vault-kv' }],
    ['vault-kv', { path: 'a/../b' }, { path: 'ui.naming.vault-kv' }],
    ['vault-kv', { mount: '../sys' }, { mount: 'ui.fieldForm.mount' }],
    ['github-actions', { owner: '..' }, { owner: 'ui.fieldForm.login' }],
    ['vault-kv', { token: 'two words here' }, { token: 'ui.fieldForm.token' }],
    ['github-actions', { owner: 'github.com/acme' }, { owner: 'ui.fieldForm.login' }],
    ['github-actions', { name: 'GITHUB_KEY' }, { name: 'ui.naming.github-actions' }],
    ['github-actions', { scope: 'environment' }, { environment: 'ui.reason.missing' }],
    [
      'github-actions',
      { scope: 'environment', environment: '..' },
      { environment: 'ui.fieldForm.environment' },
    ],
    ['webhook', { secret: 'whsec_short' }, { secret: 'ui.fieldForm.webhookSecret' }],
    ['webhook', { recipient: 'age1short' }, { recipient: 'ui.fieldForm.ageRecipient' }],
    ['file', { format: 'dotenvx' }, { recipient: 'ui.reason.dotenvxKey' }],
    ['file', { recipient: 'me' }, { recipient: 'ui.fieldForm.ageRecipient' }],
    ['file', { name: '.env' }, { name: 'ui.naming.file' }],
  ])('says of %s with %o what is wrong', (kind, more, expected) => {
    expect(reasons(kind, more)).toEqual(expected);
  });

  it('asks only for what the choice needs', () => {
    const form = FORMS['github-actions'];
    const typed = filled('github-actions', { scope: 'organization', repository: '' });
    expect(reasonsOf(form, typed)).toEqual({});
    expect(Object.keys(trimmed(form, typed))).not.toContain('repository');
    expect(trimmed(form, typed)).toMatchObject({ visibility: 'private' });
  });
});

const rights = (kind: AdapterId, more: Typed = {}) =>
  FORMS[kind].rights?.(trimmed(FORMS[kind], filled(kind, more))) ?? '';

describe('The rights that a form names', () => {
  it('are for one secret of AWS, and read no value', () => {
    expect(rights('aws-secrets-manager')).toContain(
      '"arn:aws:secretsmanager:*:*:secret:keyferry/**"',
    );
    expect(rights('aws-secrets-manager', { region: 'cn-north-1' })).toContain('arn:aws-cn:');
    expect(rights('aws-parameter-store')).toContain('"arn:aws:ssm:*:*:parameter/prod/*/openai"');
    for (const kind of ['aws-secrets-manager', 'aws-parameter-store'] as const) {
      expect(rights(kind)).not.toMatch(/GetSecretValue|GetParameter/);
    }
  });

  it('are a policy of Vault for one path, that reads no value of version 2', () => {
    expect(rights('vault-kv')).toContain('path "secret/data/+/openai"');
    expect(rights('vault-kv').split('\n')[1]).not.toContain('read');
    expect(rights('vault-kv', { version: '1' })).toContain('path "secret/+/openai"');
  });

  it('are in GitHub’s own words', () => {
    expect(rights('github-actions')).toContain('Secrets: Read and write');
    expect(rights('github-actions', { scope: 'environment' })).toContain('Environments');
  });
});

const lasting = (kind: AdapterId, more: Typed) => FORMS[kind].lasting?.(filled(kind, more));

it('A credential that works until somebody ends it is told from one that ends', () => {
  expect(lasting('aws-secrets-manager', {})).toBe(true);
  expect(lasting('aws-secrets-manager', { accessKeyId: 'ASIAIOSFODNN7EXAMPLE' })).toBe(false);
  expect(lasting('github-actions', { token: 'ghp_FAKEFAKE' })).toBe(true);
  expect(lasting('github-actions', { token: 'github_pat_FAKE' })).toBe(false);
  expect(lasting('vault-kv', {})).toBe(true);
  expect(lasting('vault-kv', { expiresAt: '1795219200000' })).toBe(false);
});

const toVault = (more: Typed) => settingsOf(FORMS['vault-kv'], filled('vault-kv', more)).settings;

it('Where a person signs in to Vault is kept with the token that came of it, and with no other', () => {
  const named = { oidcRole: 'writer' };
  expect(Object.keys(toVault(named))).not.toContain('oidcMount');
  expect(Object.keys(toVault(named))).not.toContain('oidcRole');
  const signedIn = toVault({ ...named, expiresAt: '1795219200000' });
  expect(signedIn).toMatchObject({ oidcMount: 'oidc', oidcRole: 'writer' });
});
