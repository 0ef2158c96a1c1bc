import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import nodeVault from 'node-vault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callVault, kvPath, type VaultKvSettings } from '@/lib/destinations/vault-api';

/** What went over the wire. */
interface Sent {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly token: unknown;
  readonly namespace: unknown;
  readonly body: unknown;
}

const sent: Sent[] = [];
const server = createServer((asked, answer) => {
  let text = '';
  asked.on('data', (chunk: Buffer) => (text += chunk.toString()));
  asked.on('end', () => {
    sent.push({
      method: asked.method,
      path: asked.url,
      token: asked.headers['x-vault-token'],
      namespace: asked.headers['x-vault-namespace'],
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    });
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ data: { version: 1 } }));
  });
});

beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));

const port = () => (server.address() as AddressInfo).port;
const settings = (): VaultKvSettings => ({
  address: `http://127.0.0.1:${port()}`,
  namespace: 'team-a',
  version: '2',
  mount: 'secret',
  path: 'keys/openai',
  field: 'OPENAI_API_KEY',
  token: 'hvs.FAKE-token',
});
const io = { fetch: (url: string, init: RequestInit) => fetch(url, init), now: () => 0 };

/** The one request that an act sends. */
async function wireOf(act: () => Promise<unknown>): Promise<Sent | undefined> {
  sent.length = 0;
  await act();
  expect(sent).toHaveLength(1);
  return sent[0];
}

test('A write to Vault is the request that node-vault sends.', async () => {
  const body = { options: { cas: 0 }, data: { OPENAI_API_KEY: 'FAKE' } };
  const theirs = nodeVault({
    endpoint: `http://127.0.0.1:${port()}`,
    token: 'hvs.FAKE-token',
    namespace: 'team-a',
  });
  const own = settings();
  const ours = await wireOf(() => callVault(io, own, 'POST', kvPath('data', own), body));
  expect(ours).toEqual(await wireOf(() => theirs.write('secret/data/keys/openai', body)));
});

test('Reading what Vault knows of a secret is the request that node-vault sends.', async () => {
  const theirs = nodeVault({ endpoint: `http://127.0.0.1:${port()}`, token: 'hvs.FAKE-token' });
  const { namespace: _none, ...own } = settings();
  const ours = await wireOf(() => callVault(io, own, 'GET', kvPath('metadata', own)));
  expect(ours).toEqual(await wireOf(() => theirs.read('secret/metadata/keys/openai')));
});
