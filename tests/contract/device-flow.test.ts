import { afterAll, expect, test } from 'vitest';
import { askSignIn, beginSignIn, renewToken } from '@/lib/destinations/github-sign-in';
import { signInOrigin } from '@/lib/domain/sign-in';
import { CLIENT, playSignIn } from './places/sign-in.ts';

const place = await playSignIn();
afterAll(() => place.close());
const { app, decide } = place;
const io = { fetch: (url: string, init: RequestInit) => fetch(url, init), now: () => Date.now() };

test('A person signs in by typing a code, and the token is renewed, each refresh token once.', async () => {
  const code = await beginSignIn(app, io);
  expect(code).toMatchObject({ interval: 5_000, page: `${place.origin}/login/device` });
  expect(code.endsAt).toBeGreaterThan(Date.now() + 800_000);
  expect(await askSignIn(app, code.deviceCode, io)).toEqual({ slower: 0 });
  await decide(code.userCode, true);
  const token = await askSignIn(app, code.deviceCode, io);
  if ('slower' in token) throw new Error('It is allowed.');
  expect(token.expiresAt).toBeGreaterThan(Date.now() + 7 * 3_600_000);

  const next = await renewToken(app, token.refreshToken ?? '', io);
  expect(next.token).not.toBe(token.token);
  expect(next.refreshToken).not.toBe(token.refreshToken);
  await expect(renewToken(app, token.refreshToken ?? '', io)).rejects.toMatchObject({
    code: 'destination_credentials',
  });
});

test('A refusal, a code that nobody knows and an app that nobody knows are told apart.', async () => {
  const code = await beginSignIn(app, io);
  await decide(code.userCode, false);
  await expect(askSignIn(app, code.deviceCode, io)).rejects.toMatchObject({
    code: 'sign_in_ended',
    words: [new URL(place.origin).host],
  });
  const stranger = { ...app, clientId: 'Iv23liFAKEstranger' };
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
