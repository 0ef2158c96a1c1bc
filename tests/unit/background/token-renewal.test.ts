import { expect, test } from 'vitest';
import { createRenewal } from '@/lib/background/token-renewal';
import { changeOf, withoutCredentials } from '@/lib/background/saved-destinations';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';

const NOW = Date.UTC(2026, 10, 21);
const MINUTE = 60_000;

function world(expiresAt: number) {
  const github: DestinationSettings = {
    adapter: 'github-actions',
    label: 'GitHub',
    settings: {
      address: 'https://api.github.com',
      scope: 'repository',
      owner: 'acme',
      repository: 'shop',
      name: '{product}_KEY',
      token: 'ghu_FAKE_first',
      clientId: 'Iv23liFAKEapp',
      refreshToken: 'ghr_FAKE_first',
      expiresAt: String(expiresAt),
    },
  };
  const made = {
    saved: github as DestinationSettings,
    puts: 0,
    asked: [] as string[],
    isDiskFull: false,
  };
  const vault = {
    readDestination: <T>() => Promise.resolve(made.saved as T | undefined),
    putDestination(_id: string, value: unknown) {
      if (made.isDiskFull) return Promise.reject(new Error('full'));
      made.puts += 1;
      made.saved = value as DestinationSettings;
      return Promise.resolve();
    },
  };
  const io = {
    now: () => NOW,
    fetch(url: string, init: RequestInit) {
      made.asked.push(`${url} ${init.body as string}`);
      const nth = made.asked.length;
      return Promise.resolve(
        Response.json({
          access_token: `ghu_FAKE_${nth}`,
          refresh_token: `ghr_FAKE_${nth}`,
          expires_in: 28_800,
        }),
      );
    },
  };
  return { made, vault, io, fresh: createRenewal(vault) };
}

test('A token that still lasts is used as it is.', async () => {
  const { made, io, fresh } = world(NOW + 10 * MINUTE);
  expect(await fresh('x', io)).toBe(made.saved);
  expect(made.asked).toEqual([]);
});

test('One that ends is renewed where people sign in, kept before it is used, and its names stay templates.', async () => {
  const { made, io, fresh } = world(NOW + MINUTE);
  const { settings } = await fresh('x', io);
  expect(settings).toMatchObject({
    token: 'ghu_FAKE_1',
    refreshToken: 'ghr_FAKE_1',
    expiresAt: String(NOW + 28_800_000),
    name: '{product}_KEY',
  });
  expect(made.saved.settings).toEqual(settings);
  expect(made.asked).toEqual([
    'https://github.com/login/oauth/access_token client_id=Iv23liFAKEapp&grant_type=refresh_token&refresh_token=ghr_FAKE_first',
  ]);
});

test('Several deliveries at once spend the one refresh token once.', async () => {
  const { made, io, fresh } = world(NOW - MINUTE);
  const all = await Promise.all([fresh('x', io), fresh('x', io), fresh('x', io)]);
  expect(made.asked).toHaveLength(1);
  expect(new Set(all).size).toBe(1);
});

test('A new token that can’t be kept is not used.', async () => {
  const { made, io, fresh } = world(NOW);
  made.isDiskFull = true;
  await expect(fresh('x', io)).rejects.toThrow('full');
});

test('What came with a sign-in is not shown again, and goes with its token or its app.', async () => {
  const { made, vault } = world(NOW);
  const shown = withoutCredentials(made.saved).settings;
  expect(JSON.stringify(shown)).not.toMatch(/ghr_|ghu_/);
  const change = (settings: Record<string, string>) =>
    changeOf(vault, { destinationId: 'x', label: 'GitHub', settings });
  const { expiresAt: _ended, clientId: _app, ...typed } = shown;
  expect((await change(shown)).settings).toMatchObject({ refreshToken: 'ghr_FAKE_first' });
  expect((await change(typed)).settings).not.toHaveProperty('refreshToken');
  const another = await change({ ...shown, token: 'github_pat_FAKE' });
  expect(another.settings).not.toHaveProperty('refreshToken');
});
