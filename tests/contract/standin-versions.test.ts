import { expect, test } from 'vitest';
import type { Scene } from '../standin/scene.ts';
import { ADMIN_KEYS, API_KEYS, standinInBrowser } from './standin-browser.ts';

const { button, open, opener, page, play, state } = standinInBrowser();

/** What each version shows, by role and name: the labels are evidence (openai-platform.md §1.2, §1.3). */
const SEEN: readonly {
  version: Scene['version'];
  create: string;
  columns: string[];
  permissions: string[];
  rows: string[];
  hasOwner: boolean;
  hasEnd: boolean;
}[] = [
  {
    version: 'aug-2026',
    create: 'Create new secret key',
    columns: ['Name', 'Status', 'Tracking ID', 'Secret Key', 'Created', 'Last used', 'Created by'],
    permissions: ['All', 'Restricted', 'Read only'],
    rows: ['List models', 'Model capabilities', 'Assistants', 'Threads', 'Evals'],
    hasOwner: true,
    hasEnd: false,
  },
  {
    version: 'may-2025',
    create: '+ Create new secret key',
    columns: ['NAME', 'SECRET KEY', 'CREATED', 'LAST USED', 'CREATED BY', 'PERMISSIONS'],
    permissions: ['All', 'Restricted', 'Read only'],
    rows: ['List models', 'Model capabilities', 'Assistants', 'Threads', 'Fine-tuning', 'Files'],
    hasOwner: true,
    hasEnd: false,
  },
  {
    version: 'feb-2024',
    create: '+ Create new secret key',
    columns: ['NAME', 'SECRET KEY', 'TRACKING', 'CREATED', 'LAST USED', 'PERMISSIONS'],
    permissions: ['All', 'Restricted', 'Read Only'],
    rows: ['Models', 'Model capabilities', 'Assistants', 'Threads', 'Fine-tuning', 'Files'],
    hasOwner: false,
    hasEnd: false,
  },
];

test.each(SEEN)('The page of $version has the labels of its time.', async (seen) => {
  play({ version: seen.version });
  await open(API_KEYS);
  const columns = await page().getByRole('columnheader').allInnerTexts();
  expect(columns.slice(0, seen.columns.length)).toEqual(seen.columns);
  await button(seen.create).click();
  const form = page().getByRole('dialog', { name: 'Create new secret key' });
  const permissions = form.getByRole('radiogroup', { name: 'Permissions' });
  expect(await permissions.getByRole('radio').allInnerTexts()).toEqual(seen.permissions);
  const owners = form.getByRole('radiogroup', { name: 'API key owner' });
  expect(await owners.count()).toBe(seen.hasOwner ? 1 : 0);
  expect(await button('Default project', form).count()).toBe(seen.hasOwner ? 1 : 0);
  expect(await form.getByText('Expiration').count()).toBe(seen.hasEnd ? 1 : 0);
  await permissions.getByRole('radio', { name: 'Restricted' }).click();
  for (const row of seen.rows) await form.getByText(row, { exact: true }).waitFor();
  await button('Create secret key', form).click();
  const reveal = page().getByRole('dialog', { name: 'Save your key' });
  await reveal.waitFor();
  expect(await reveal.getByRole('textbox').inputValue()).toBe(state().store.keys[0]?.value);
  await button('Done', reveal).click();
  await page().getByRole('cell', { name: 'Secret key', exact: true }).waitFor();
});

test.each(['may-2025', 'feb-2024'] as const)(
  'In %s a row has a pencil and a bin without names, and a revoked key leaves the list.',
  async (version) => {
    const { store } = state();
    const wanted = { kind: 'project', permission: 'all', rows: {}, expiration: 'Never' } as const;
    const key = store.create({ ...wanted, name: 'Old' });
    play({ version });
    await open(API_KEYS);
    const row = page()
      .getByRole('row')
      .filter({ has: page().getByRole('cell', { name: 'Old' }) });
    await button('', row).last().click();
    await page().getByRole('dialog', { name: 'Revoke secret key' }).waitFor();
    await button('Revoke key').click();
    await row.waitFor({ state: 'hidden' });
    expect(key.revoked).toBe(true);
  },
);

test("The Admin keys page of 2025 has the rows of its time, and 2024's dashboard has no such page().", async () => {
  play({ version: 'may-2025' });
  await open(ADMIN_KEYS);
  await opener().click();
  await page().getByRole('radio', { name: 'Restricted' }).click();
  await page().getByRole('dialog').getByText('Management API Scope').waitFor();
  play({ version: 'feb-2024' });
  await page().goto(API_KEYS);
  await page().getByRole('table').waitFor();
  expect(await page().getByRole('link', { name: 'Admin keys' }).count()).toBe(0);
});
