import { expect, test } from 'vitest';
import { changeOf, withoutCredentials } from '@/lib/background/saved-destinations';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';

const TOKEN = 'hvs.FAKE-token-of-a-writer';
const vaultKv: DestinationSettings = {
  adapter: 'vault-kv',
  label: 'Vault',
  settings: {
    address: 'https://vault.example.com:8200',
    version: '2',
    mount: 'secret',
    path: 'openai',
    field: 'OPENAI_API_KEY',
    token: TOKEN,
  },
};
const aws: DestinationSettings = {
  adapter: 'aws-secrets-manager',
  label: 'AWS',
  settings: {
    region: 'eu-central-1',
    secretName: 'openai',
    accessKeyId: 'ASIAFAKEFAKEFAKEFAKE',
    secretAccessKey: 'FAKE'.repeat(10),
    sessionToken: 'FAKE-session',
  },
};
const holding = (saved: DestinationSettings | undefined) => ({
  readDestination: <T>() => Promise.resolve(saved as T | undefined),
});
const change = (saved: DestinationSettings, more: Record<string, string>) =>
  changeOf(holding(saved), {
    destinationId: 'x',
    label: 'New name',
    settings: { ...withoutCredentials(saved).settings, ...more },
  });

test('What a form shows again holds no credential.', () => {
  expect(withoutCredentials(vaultKv)).toEqual({
    adapter: 'vault-kv',
    label: 'Vault',
    settings: expect.objectContaining({ address: 'https://vault.example.com:8200' }),
  });
  expect(JSON.stringify([withoutCredentials(vaultKv), withoutCredentials(aws)])).not.toMatch(
    /hvs\.|FAKEFAKEFAKEFAKEFAKEFAKE|FAKE-session/,
  );
});

test('A credential that is left out stays.', async () => {
  const changed = await change(vaultKv, { path: 'elsewhere' });
  expect(changed).toEqual({
    ...vaultKv,
    label: 'New name',
    settings: { ...vaultKv.settings, path: 'elsewhere' },
  });
});

test('A new credential takes the place of the old one.', async () => {
  const changed = await change(vaultKv, { token: 'hvs.FAKE-another' });
  expect(changed.settings).toMatchObject({ token: 'hvs.FAKE-another' });
});

test('A credential does not follow a destination to another address.', async () => {
  await expect(change(vaultKv, { address: 'https://evil.example:8200' })).rejects.toMatchObject({
    code: 'invalid_settings',
  });
  const moved = await change(vaultKv, {
    address: 'https://evil.example:8200',
    token: 'hvs.FAKE-another',
  });
  expect(JSON.stringify(moved)).not.toContain(TOKEN);
});

test('A secret access key stays with its own access key ID, and a session token with both.', async () => {
  const region = await change(aws, { region: 'us-east-1' });
  expect(region.settings).toEqual({ ...aws.settings, region: 'us-east-1' });
  await expect(change(aws, { accessKeyId: 'AKIAFAKEFAKEFAKEFAKE' })).rejects.toMatchObject({
    code: 'invalid_settings',
  });
  const renewed = await change(aws, { secretAccessKey: 'OTHER'.repeat(8) });
  expect(renewed.settings).not.toHaveProperty('sessionToken');
});

test('A change is held to the schema of its own kind, and needs something to change.', async () => {
  await expect(change(vaultKv, { region: 'eu-central-1' })).rejects.toMatchObject({
    code: 'invalid_settings',
  });
  await expect(change(vaultKv, { mount: '../sys' })).rejects.toMatchObject({
    code: 'invalid_settings',
  });
  const gone = changeOf(holding(undefined), { destinationId: 'x', label: 'x', settings: {} });
  await expect(gone).rejects.toMatchObject({ code: 'unknown_destination' });
});
