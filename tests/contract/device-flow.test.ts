import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSignIn, beginSignIn, renewToken } from '@/lib/destinations/github-sign-in';
import { signInOrigin } from '@/lib/domain/sign-in';

const CLIENT = 'Iv23liFAKEapp';
const server = createServer();
let provider: Provider;
const io = { fetch: (url: string, init: RequestInit) => fetch(url, init), now: () => Date.now() };
const app = () => ({ address: `http://127.0.0.1:${port()}`, clientId: CLIENT });
const port = () => (server.address() as AddressInfo).port;

/** A certified provider of the device flow, at GitHub's own paths. */
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  provider = new Provider(`http://127.0.0.1:${port()}`, {
    clients: [
      {
        client_id: CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    features: { deviceFlow: { enabled: true } },
    routes: {
      device_authorization: '/login/device/code',
      token: '/login/oauth/access_token',
      code_verification: '/login/device',
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: { AccessToken: 8 * 3_600, DeviceCode: 900, RefreshToken: 86_400, Grant: 86_400 },
    cookies: { keys: ['FAKE'] },
  });
  server.on('request', provider.callback());
});
afterAll(() => new Promise((done) => server.close(done)));

/** The person types the code on the provider's page, and allows it or not. */
async function decide(userCode: string, allows: boolean): Promise<void> {
  const code = await provider.DeviceCode.findByUserCode(userCode.replaceAll('-', ''));
  if (!code) throw new Error('Nobody knows this code.');
  if (allows) {
    const grant = new provider.Grant({ accountId: 'ann', clientId: CLIENT });
    grant.addOIDCScope('openid');
    const grantId = await grant.save();
    const authTime = Math.floor(Date.now() / 1000);
    Object.assign(code, { accountId: 'ann', grantId, authTime, scope: 'openid' });
  } else {
    Object.assign(code, { error: 'access_denied', errorDescription: 'no' });
  }
  await code.save();
}

test('A person signs in by typing a code, and the token is renewed, each refresh token once.', async () => {
  const code = await beginSignIn(app(), io);
  expect(code).toMatchObject({ interval: 5_000, page: `http://127.0.0.1:${port()}/login/device` });
  expect(code.endsAt).toBeGreaterThan(Date.now() + 800_000);
  expect(await askSignIn(app(), code.deviceCode, io)).toEqual({ slower: 0 });
  await decide(code.userCode, true);
  const token = await askSignIn(app(), code.deviceCode, io);
  if ('slower' in token) throw new Error('It is allowed.');
  expect(token.expiresAt).toBeGreaterThan(Date.now() + 7 * 3_600_000);

  const next = await renewToken(app(), token.refreshToken ?? '', io);
  expect(next.token).not.toBe(token.token);
  expect(next.refreshToken).not.toBe(token.refreshToken);
  await expect(renewToken(app(), token.refreshToken ?? '', io)).rejects.toMatchObject({
    code: 'destination_credentials',
  });
});

test('A refusal, a code that nobody knows and an app that nobody knows are told apart.', async () => {
  const code = await beginSignIn(app(), io);
  await decide(code.userCode, false);
  await expect(askSignIn(app(), code.deviceCode, io)).rejects.toMatchObject({
    code: 'sign_in_ended',
    words: [`127.0.0.1:${port()}`],
  });
  const stranger = { ...app(), clientId: 'Iv23liFAKEstranger' };
  await expect(beginSignIn(stranger, io)).rejects.toMatchObject({ code: 'sign_in_client' });
});

/** GitHub's own answers, which its documentation lists: errors come with 200. */
const answering = (body: object, status = 200) => ({
  now: () => 0,
  fetch: () => Promise.resolve(Response.json(body, { status })),
});
const github = { address: 'https://api.github.com', clientId: CLIENT };

test.each([
  ['authorization_pending', { slower: 0 }],
  ['slow_down', { slower: 5_000 }],
])('GitHub’s %s is waited for.', async (error, told) => {
  expect(await askSignIn(github, 'FAKE', answering({ error }))).toEqual(told);
});

test.each([
  ['expired_token', 'sign_in_ended'],
  ['access_denied', 'sign_in_ended'],
  ['incorrect_client_credentials', 'sign_in_client'],
  ['device_flow_disabled', 'sign_in_client'],
  ['bad_refresh_token', 'destination_credentials'],
  ['something new', 'destination_unavailable'],
])('GitHub’s %s ends it with %s, and no word of the token.', async (error, code) => {
  const told = answering({ error, error_description: 'FAKE-token' });
  const thrown: unknown = await renewToken(github, 'FAKE-token', told).catch(
    (each: unknown) => each,
  );
  expect(thrown).toMatchObject({ code });
  expect(`${(thrown as Error).stack}${JSON.stringify(thrown)}`).not.toContain('FAKE-token');
});

test('A page in place of an answer is a problem that passes; the code goes to GitHub’s own host only.', async () => {
  const page = { now: () => 0, fetch: () => Promise.resolve(new Response('<html>')) };
  await expect(beginSignIn(github, page)).rejects.toMatchObject({
    code: 'destination_unavailable',
  });
  const evil = answering({
    device_code: 'd',
    user_code: 'AB-CD',
    verification_uri: 'https://evil.example/login',
  });
  expect((await beginSignIn(github, evil)).page).toBe('https://github.com/login/device');
});

test.each([
  ['https://api.github.com', 'https://github.com'],
  ['https://api.acme.ghe.com', 'https://acme.ghe.com'],
  ['https://github.acme.example/api/v3', 'https://github.acme.example'],
])('For the API at %s people sign in at %s.', (address, origin) => {
  expect(signInOrigin(address)).toBe(origin);
});
