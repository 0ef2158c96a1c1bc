import { expect, test } from 'vitest';
import { USUAL_SCENE } from '../standin/scene.ts';
import { ADMIN_KEYS, API_KEYS, DASHBOARD, standinInBrowser } from './standin-browser.ts';

const { button, open, opener, page, play, state } = standinInBrowser();

test("Today's page is an owner's, with nothing in the way.", async () => {
  await open(API_KEYS);
  expect(await page().getByRole('columnheader').allInnerTexts()).toEqual([
    'Name',
    'Status',
    'Tracking ID',
    'Secret Key',
    'Created',
    'Expires',
    'Last used',
    'Created by',
    'Permissions',
    'Monthly spend',
    'Actions',
  ]);
  await opener().click();
  await page().getByRole('dialog').getByText('Expiration', { exact: true }).waitFor();
  expect(await button('Create secret key').isEnabled()).toBe(true);
});

test('A scene in the address is played in that tab alone, until it is forgotten there.', async () => {
  await open(`${API_KEYS}?scene=role:no-button,version:aug-2026`);
  expect(page().url()).toBe(API_KEYS);
  expect(await opener().count()).toBe(0);
  await page().reload();
  await page().getByRole('table').waitFor();
  expect(await opener().count()).toBe(0);
  expect(state().scene).toEqual(USUAL_SCENE);
  await open(`${API_KEYS}?scene=`);
  expect(await opener().count()).toBe(1);
});

test('A scene that is not known is refused by name.', async () => {
  const said = page().waitForEvent('dialog');
  await page().goto(`${API_KEYS}?scene=role:member`);
  const box = await said;
  expect(box.message()).toContain('No such scene: role:member.');
  await box.dismiss();
});

test.each([API_KEYS, ADMIN_KEYS, `${DASHBOARD}/welcome?step=try`])(
  'Who is not signed in is led from %s to the sign-in page, and back.',
  async (asked) => {
    play({ signedIn: false });
    await page().goto(asked);
    await page().getByRole('heading', { name: 'Welcome back' }).waitFor();
    expect(page().url()).toMatch(/^https:\/\/auth\.openai\.com\/log-in\?/);
    await page().getByRole('textbox', { name: 'Email address' }).fill('fay@example.com');
    await button('Continue').click();
    await page().waitForURL(asked);
    expect(state().scene.signedIn).toBe(true);
  },
);

test('A tab that plays a person who is not signed in is signed in by pressing Continue.', async () => {
  await page().goto(`${API_KEYS}?scene=signedIn:false,role:no-button`);
  await button('Continue').click();
  await page().waitForURL(API_KEYS);
  await page().getByRole('table').waitFor();
  expect(await opener().count()).toBe(0);
});

test.each([
  ['no-button', API_KEYS, 0],
  ['no-button', ADMIN_KEYS, 0],
  ['disabled-button', API_KEYS, 1],
  ['disabled-button', ADMIN_KEYS, 0],
] as const)('Whose role is %s sees on %s that many buttons to create: %i.', async (...row) => {
  const [role, address, count] = row;
  play({ role });
  await open(address);
  await page().getByText('Ask an owner of your organization').waitFor();
  expect(await opener().count()).toBe(count);
  if (count === 1) expect(await opener().isDisabled()).toBe(true);
});

test('Where no key may be created, a banner says so, and the button is off; admin keys are not concerned.', async () => {
  play({ creation: 'none' });
  await open(API_KEYS);
  await page().getByText('API key creation is turned off').waitFor();
  expect(await opener().isDisabled()).toBe(true);
  await open(ADMIN_KEYS);
  expect(await opener().isEnabled()).toBe(true);
});

test("A phone number is asked for before the first key's dialog, once.", async () => {
  play({ phoneVerification: true });
  await open(API_KEYS);
  await opener().click();
  await page().getByRole('dialog', { name: 'Verify your phone number' }).waitFor();
  await button('Start verification').click();
  await page().getByRole('dialog').getByRole('textbox').fill('+1 555 0100');
  await button('Send code').click();
  await page().getByRole('dialog').getByRole('textbox').fill('123456');
  await button('Verify').click();
  await page().getByRole('dialog', { name: 'Create new secret key' }).waitFor();
  await button('Cancel').click();
  await opener().click();
  await page().getByRole('dialog', { name: 'Create new secret key' }).waitFor();
});

test('The first run leads from the keys page through the wizard to a key, and to the page that lists it.', async () => {
  play({ firstRun: true });
  await page().goto(API_KEYS);
  await page().waitForURL(`${DASHBOARD}/welcome?step=create`);
  await page().getByRole('heading', { name: 'Welcome to OpenAI Platform' }).waitFor();
  await button('Create organization').click();
  await page().waitForURL(`${DASHBOARD}/welcome?step=invite`);
  await button("I'll invite my team later").click();
  await page().waitForURL(`${DASHBOARD}/welcome?step=try`);
  await page().getByRole('heading', { name: 'Make your first API call' }).waitFor();
  const [name, project] = await page().getByRole('textbox').all();
  await name?.fill('My first key');
  await project?.fill('Requirements');
  await button('Generate API Key').click();
  await button('Copy').waitFor();
  const key = state().store.keys[0];
  expect(key).toMatchObject({ name: 'My first key', project: 'Requirements', permission: 'all' });
  expect(await page().getByRole('textbox').inputValue()).toBe(key?.value);
  for (const tab of ['curl', 'Node', 'Python']) {
    await page().getByRole('tab', { name: tab }).click();
    expect(await page().getByRole('code').innerText()).toContain(key?.value);
  }
  await button('Continue').click();
  await button('Purchase credits').click();
  await page().getByRole('cell', { name: 'My first key' }).waitFor();
  expect(page().url()).toBe(API_KEYS);
});

test("Innoslate's first run starts at the banner, and makes the organization last.", async () => {
  play({ firstRun: 'organization-last' });
  await page().goto(`${DASHBOARD}/home`);
  await page().getByRole('heading', { name: 'Get your API keys' }).waitFor();
  await button('Start building').click();
  await button("I'll invite my team later").click();
  await button('Generate API Key').click();
  await button('Continue').click();
  await button('Create organization').click();
  await page().getByRole('cell', { name: 'My test key' }).waitFor();
});

test('The wrong console has admin keys of its own, and settings may lead there.', async () => {
  play({ workspaceConsole: true });
  await open(API_KEYS);
  await page().getByRole('link', { name: 'Admin Console' }).click();
  await page().getByRole('tab', { name: 'Admin keys', selected: true }).waitFor();
  expect(page().url()).toMatch(/^https:\/\/chatgpt\.com\/admin/);
  await button('Create admin key').click();
  await page().getByRole('dialog').waitFor();
});

test('A slow page shows its table and its dialogs no sooner than that, and shows them.', async () => {
  const slowMs = 400;
  play({ slowMs });
  const start = performance.now();
  await open(API_KEYS);
  expect(performance.now() - start).toBeGreaterThan(slowMs);
  const press = performance.now();
  await opener().click();
  await page().getByRole('dialog').waitFor();
  expect(performance.now() - press).toBeGreaterThan(slowMs);
});

test('A dialog that is made anew has fresh nodes and what was filled in.', async () => {
  play({ remount: true });
  await open(API_KEYS);
  await opener().click();
  const first = await page().getByRole('dialog').elementHandle();
  await page().getByPlaceholder('My Test Key').fill('Kept');
  await page().getByRole('radio', { name: 'Restricted' }).click();
  await page().waitForFunction((node) => !node?.isConnected, first);
  await expect.poll(() => page().getByPlaceholder('My Test Key').inputValue()).toBe('Kept');
  await page().getByRole('radio', { name: 'Restricted', checked: true }).waitFor();
});

test.each([
  ['any', ['You', 'Service account']],
  ['user-only', ['You']],
  ['service-account-only', ['Service account']],
] as const)('Where the rule for new keys is %s, the owners to choose are %j.', async (...row) => {
  const [creation, owners] = row;
  play({ creation });
  await open(API_KEYS);
  await opener().click();
  const group = page().getByRole('radiogroup', { name: 'API key owner' });
  await group.waitFor();
  expect(await group.getByRole('radio').allInnerTexts()).toEqual(owners);
  expect(await group.getByRole('radio', { checked: true }).innerText()).toBe(owners[0]);
});

test.each([
  [API_KEYS, 'Create secret key'],
  [ADMIN_KEYS, 'Create admin key'],
])(
  'On %s a key whose end is required can be created once an end within the limit is chosen.',
  async (...row) => {
    const [address, submit] = row;
    play({ expiry: { maxDays: 60 } });
    await open(address);
    await opener().click();
    const end = button('Select an expiration');
    await end.waitFor();
    expect(await button(submit).isDisabled()).toBe(true);
    await end.press('Space');
    const choices = page().getByRole('option');
    await choices.first().waitFor();
    expect(await choices.allInnerTexts()).toEqual([
      'Select an expiration',
      '7 days',
      '30 days',
      '60 days',
      'Custom',
    ]);
    await page().getByRole('option', { name: 'Custom' }).click();
    await page().getByRole('spinbutton').fill('61');
    await expect.poll(() => button(submit).isDisabled()).toBe(true);
    await page().getByRole('spinbutton').fill('60');
    await button(submit).click();
    await page().getByRole('dialog', { name: 'Save your key' }).waitFor();
    expect(state().store.keys[0]?.expiration).toBe('60 days');
  },
);
