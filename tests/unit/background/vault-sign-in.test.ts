import { expect, test } from 'vitest';
import { changeOf, withoutCredentials } from '@/lib/background/saved-destinations';
import { createRenewal } from '@/lib/background/token-renewal';
import { signInAgain } from '@/lib/background/vault-sign-in';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';

const NOW = Date.UTC(2026, 10, 21);
const REDIRECT = 'https://fake.chromiumapp.org/vault';

function world(more: object = { expiresAt: String(NOW) }) {
  const saved = {
    adapter: 'vault-kv' as const,
    label: 'Vault',
    settings: {
      address: 'https://vault.example.com:8200',
      namespace: 'team',
      version: '2' as const,
      mount: 'secret',
      path: '{product}/openai',
      field: 'OPENAI_API_KEY',
      token: 'hvs.FAKE-first',
      oidcMount: 'oidc',
      oidcRole: 'writer',
      ...more,
    },
  };
  const made = {
    saved: saved as DestinationSettings,
    asked: [] as string[],
    whileSigningIn: () => {},
  };
  const vault = {
    readDestination: <T>() => Promise.resolve(made.saved as T | undefined),
    putDestination(_id: string, value: unknown) {
      made.saved = value as DestinationSettings;
      return Promise.resolve();
    },
  };
  const io = {
    now: () => NOW,
    fetch(url: string, init: RequestInit) {
      made.asked.push(`${url.split('?')[0]} ${(init.body as string | undefined) ?? ''}`);
      return Promise.resolve(
        Response.json(
          url.includes('/auth_url')
            ? { data: { auth_url: 'https://idp.example/auth?state=st_FAKE' } }
            : { auth: { client_token: 'hvs.FAKE-second', lease_duration: 3_600 } },
        ),
      );
    },
  };
  const window = {
    redirect: () => REDIRECT,
    show() {
      made.whileSigningIn();
      return Promise.resolve(`${REDIRECT}?code=FAKE&state=st_FAKE`);
    },
  };
  return { made, vault, io, window };
}

test('A sign-in that has ended sends nothing, and says so; one that lasts, and a typed token, are used.', async () => {
  const ended = world();
  await expect(createRenewal(ended.vault)('x', ended.io)).rejects.toMatchObject({
    code: 'sign_in_over',
    words: ['vault.example.com:8200'],
  });
  expect(ended.made.asked).toEqual([]);
  for (const more of [{ expiresAt: String(NOW + 1) }, {}]) {
    const { made, vault, io } = world(more);
    expect(await createRenewal(vault)('x', io)).toBe(made.saved);
  }
});

test('Signing in again keeps the new token and its end, and nothing else changes.', async () => {
  const { made, vault, io, window } = world();
  const before = made.saved.settings;
  await signInAgain(vault, 'x', window, io);
  expect(made.saved.settings).toEqual({
    ...before,
    token: 'hvs.FAKE-second',
    expiresAt: String(NOW + 3_600_000),
  });
  expect(made.asked[0]).toContain('"role":"writer"');
});

test('A token is not kept for a place that was changed during the sign-in.', async () => {
  const { made, vault, io, window } = world();
  made.whileSigningIn = () => {
    Object.assign(made.saved.settings, { address: 'https://vault.elsewhere.example' });
  };
  await expect(signInAgain(vault, 'x', window, io)).rejects.toMatchObject({
    code: 'sign_in_ended',
  });
  expect(made.saved.settings).toMatchObject({ token: 'hvs.FAKE-first' });
});

test('A form shows the end of a sign-in and never its token, which stays when nothing is typed.', async () => {
  const { made, vault } = world();
  const shown = withoutCredentials(made.saved).settings;
  expect(shown).toMatchObject({ expiresAt: String(NOW), oidcRole: 'writer' });
  expect(JSON.stringify(shown)).not.toContain('hvs.');
  const kept = await changeOf(vault, { destinationId: 'x', label: 'Vault', settings: shown });
  expect(kept).toEqual(made.saved);
});
