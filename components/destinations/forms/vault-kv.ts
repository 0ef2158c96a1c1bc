import { addressOrigins, TOKEN } from './address';
import type { DestinationForm, Typed } from './form';

/** Where an engine or an auth method is mounted. */
export const MOUNT = /^(?!(.*\/)?\.{1,2}(\/|$))[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/;
/** A role of an auth method. */
export const ROLE = /^[A-Za-z0-9_.-]{1,100}$/;
const isSignedIn = ({ expiresAt = '' }: Typed) => expiresAt !== '';

/** The form of HashiCorp Vault and OpenBao. */
export const vaultKvForm: DestinationForm = {
  adapter: 'vault-kv',
  fields: [
    { name: 'address', kind: 'address', say: 'vaultAddress' },
    {
      name: 'namespace',
      kind: 'text',
      say: 'namespace',
      optional: true,
      form: /^[!-~]{1,200}$/,
    },
    { name: 'version', kind: 'choice', say: 'kvVersion', choices: ['2', '1'], start: '2' },
    {
      name: 'mount',
      kind: 'text',
      say: 'mount',
      form: MOUNT,
      longest: 200,
      start: 'secret',
    },
    { name: 'path', kind: 'name', say: 'vaultPath', longest: 400 },
    {
      name: 'field',
      kind: 'text',
      say: 'vaultField',
      form: /^[A-Za-z0-9_.-]{1,100}$/,
      start: 'OPENAI_API_KEY',
    },
    { name: 'token', kind: 'secret', say: 'vaultToken', form: TOKEN, rule: 'token' },
    {
      name: 'oidcMount',
      kind: 'given',
      say: 'mount',
      optional: true,
      start: 'oidc',
      when: isSignedIn,
    },
    { name: 'oidcRole', kind: 'given', say: 'mount', optional: true, when: isSignedIn },
    { name: 'expiresAt', kind: 'given', say: 'expiresAt', optional: true },
  ],
  signsIn: 'oidc',
  origins: addressOrigins,
  rights,
  // One that came with a sign-in has its end.
  lasting: (typed) => !isSignedIn(typed),
};

function rights({ version, mount = '', path = '' }: Typed): string {
  // Vault's wildcard for one part of a path stands for the whole of it.
  const place = path.replaceAll(/[^/]*\{\w+\}[^/]*/g, '+') || 'PATH';
  const where = mount || 'secret';
  const rule = (prefix: string, ...able: string[]) =>
    `path "${where}/${prefix}${place}" {\n  capabilities = [${able.map((each) => `"${each}"`).join(', ')}]\n}`;
  if (version === '1') return rule('', 'create', 'update', 'read');
  return [
    rule('data/', 'create', 'update', 'patch'),
    rule('metadata/', 'create', 'update', 'read'),
    rule('delete/', 'update'),
  ].join('\n');
}
