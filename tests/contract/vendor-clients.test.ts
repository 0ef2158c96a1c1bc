import nodeVault from 'node-vault';
import { expect, test } from 'vitest';
import { callVault, kvPath, tokenEnd, type VaultKvSettings } from '@/lib/destinations/vault-api';
import { listen, type Sent } from './wire.ts';

const vault = listen(() => ({ body: { data: { version: 1 } } }));

/** What of a request decides what Vault does. */
const essence = ({ method, path, headers, body }: Sent) => ({
  method,
  path,
  token: headers['x-vault-token'],
  namespace: headers['x-vault-namespace'],
  body,
});
const settings = (): VaultKvSettings => ({
  address: vault.address(),
  namespace: 'team-a',
  version: '2',
  mount: 'secret',
  path: 'keys/openai',
  field: 'OPENAI_API_KEY',
  token: 'hvs.FAKE-token',
});
const io = { fetch: (url: string, init: RequestInit) => fetch(url, init), now: () => 0 };

/** The one request that an act sends. */
async function wireOf(act: () => Promise<unknown>) {
  const sent = await vault.wireOf(act);
  expect(sent).toHaveLength(1);
  return sent.map(essence);
}

test('A write to Vault is the request that node-vault sends.', async () => {
  const body = { options: { cas: 0 }, data: { OPENAI_API_KEY: 'FAKE' } };
  const theirs = nodeVault({
    endpoint: vault.address(),
    token: 'hvs.FAKE-token',
    namespace: 'team-a',
  });
  const own = settings();
  const ours = await wireOf(() => callVault(io, own, 'POST', kvPath('data', own), body));
  expect(ours).toEqual(await wireOf(() => theirs.write('secret/data/keys/openai', body)));
});

test('Asking when a token ends is the request that node-vault sends.', async () => {
  const theirs = nodeVault({ endpoint: vault.address(), token: 'hvs.FAKE-token' });
  const { namespace: _none, ...own } = settings();
  const ours = await wireOf(() => tokenEnd(io, own));
  expect(ours).toEqual(await wireOf(() => theirs.tokenLookupSelf()));
});

test('Reading what Vault knows of a secret is the request that node-vault sends.', async () => {
  const theirs = nodeVault({ endpoint: vault.address(), token: 'hvs.FAKE-token' });
  const { namespace: _none, ...own } = settings();
  const ours = await wireOf(() => callVault(io, own, 'GET', kvPath('metadata', own)));
  expect(ours).toEqual(await wireOf(() => theirs.read('secret/metadata/keys/openai')));
});
