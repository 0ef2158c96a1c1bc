import { afterAll, expect, test } from 'vitest';
import { signInToVault } from '@/lib/destinations/vault-sign-in';
import { playVaultOidc, signInAs } from './places/vault-oidc.ts';

const place = await playVaultOidc();
afterAll(() => place.close());

const NOW = Date.UTC(2026, 10, 21);
const login = { address: place.origin };
const io = { fetch: (url: string, init: RequestInit) => fetch(url, init), now: () => NOW };
const showing = (show: (url: string) => Promise<string | undefined>) => ({
  redirect: () => place.redirect,
  show,
});
const ann = showing((url) => signInAs('ann', true, url));
const caught = (work: Promise<unknown>) => work.catch((error: unknown) => error);
/** Everything of an error that could be kept or shown. */
const wordsOf = (error: unknown) => `${(error as Error).stack}${JSON.stringify(error)}`;
/** A window whose person comes back with something else in the address. */
const comingBack = (change: (back: URL) => void) =>
  showing(async (url) => {
    const back = new URL(await signInAs('ann', true, url));
    change(back);
    return back.href;
  });

test('A person signs in at the provider’s page, and Vault gives a token with its end.', async () => {
  place.seen.length = 0;
  const token = await signInToVault({ ...login, namespace: 'team', oidcRole: 'writer' }, ann, io);
  expect(token).toEqual({ token: place.token, expiresAt: NOW + 3_600_000 });
  // The provider's page is the browser's to fetch: we ask Vault twice, as the namespace's and without a token.
  expect(place.seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
  for (const { headers } of place.seen) {
    expect(headers).toMatchObject({ 'x-vault-request': 'true', 'x-vault-namespace': 'team' });
    expect(headers).not.toHaveProperty('x-vault-token');
  }
  const nonce = new URLSearchParams(place.seen[1]?.url.split('?')[1]).get('client_nonce');
  expect(nonce).toMatch(/^[0-9a-f]{64}$/);
});

test('Each sign-in has a nonce of its own, and the default role needs no name.', async () => {
  place.seen.length = 0;
  await signInToVault(login, ann, io);
  await signInToVault({ ...login, oidcMount: 'oidc' }, ann, io);
  const nonces = place.seen.flatMap(({ url }) => /client_nonce=(\w+)/.exec(url)?.[1] ?? []);
  expect(new Set(nonces).size).toBe(2);
});

test.each([
  ['refuses on the provider’s page', showing((url) => signInAs('ann', false, url))],
  ['closes the window', showing(() => Promise.reject(new Error('The user did not approve.')))],
  ['is not the one that the role admits', showing((url) => signInAs('bob', true, url))],
])('A person who %s has not signed in.', async (_what, window) => {
  const error = await caught(signInToVault(login, window, io));
  expect(error).toMatchObject({ code: 'sign_in_ended', words: [new URL(place.origin).host] });
});

test.each([
  ['another state', comingBack((back) => back.searchParams.set('state', 'st_FAKE'))],
  ['no state', comingBack((back) => back.searchParams.delete('state'))],
  ['another address', comingBack((back) => (back.pathname = '/elsewhere'))],
  ['nothing', showing(() => Promise.resolve(undefined))],
])('An answer with %s is not used: Vault is not even asked.', async (_what, window) => {
  place.seen.length = 0;
  const error = await caught(signInToVault(login, window, io));
  expect(error).toMatchObject({ code: 'sign_in_state' });
  expect(wordsOf(error)).not.toMatch(/st_|code=/);
  expect(place.seen).toHaveLength(1);
});

test('A code is worth nothing with another nonce, nor a second time.', async () => {
  const asked: string[] = [];
  const foreign = {
    ...io,
    fetch: (url: string, init: RequestInit) => {
      asked.push(url);
      return fetch(url.replace(/client_nonce=\w+/, 'client_nonce=FAKE'), init);
    },
  };
  const error = await caught(signInToVault(login, ann, foreign));
  expect(error).toMatchObject({ code: 'sign_in_ended' });
  expect(wordsOf(error)).not.toMatch(/client_nonce|st_|hvs\./);
  expect((await fetch(asked.at(-1) ?? '')).status).toBe(400);
});

test.each([
  ['a role that Vault does not know', { oidcRole: 'stranger' }],
  ['a role that does not list our address', { oidcRole: 'elsewhere' }],
  ['a mount that is not there', { oidcMount: 'team/oidc' }],
])('With %s no window is opened.', async (_what, more) => {
  const never = showing(() => Promise.reject(new Error('It was opened.')));
  const error = await caught(signInToVault({ ...login, ...more }, never, io));
  expect(error).toMatchObject({ code: 'sign_in_role' });
});

test.each(['http://idp.example/auth?state=a', 'javascript:alert(1)', 'nowhere'])(
  'A page at %s is not opened.',
  async (page) => {
    place.namePage(page);
    const never = showing(() => Promise.reject(new Error('It was opened.')));
    const error = await caught(signInToVault(login, never, io));
    place.namePage(undefined);
    expect(error).toMatchObject({ code: 'sign_in_page' });
  },
);

test('A page that does not answer, and a Vault that does not, are named.', async () => {
  const dead = showing(() => Promise.reject(new Error('Authorization page could not be loaded.')));
  const { host } = new URL(place.origin);
  expect(await caught(signInToVault(login, dead, io))).toMatchObject({
    code: 'unreachable',
    words: [host],
  });
  const gone = { ...io, fetch: () => Promise.reject(new TypeError('no route')) };
  expect(await caught(signInToVault(login, ann, gone))).toMatchObject({ code: 'unreachable' });
});

test('What Vault answers in place of a token is in no error.', async () => {
  const odd = {
    ...io,
    fetch: (url: string, init: RequestInit) =>
      url.includes('/callback')
        ? Promise.resolve(Response.json({ auth: { client_token: 'hvs.FAKE with spaces' } }))
        : fetch(url, init),
  };
  const error = await caught(signInToVault(login, ann, odd));
  expect(error).toMatchObject({ code: 'sign_in_ended' });
  expect(wordsOf(error)).not.toContain('hvs.');
});
