import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { violationsOf } from './axe';
import { guideWorld } from './guide-world';
import type { Panel } from './harness/driver';
import { pageAt } from './isolated-world';
import { ask, PASSPHRASE } from './journey';
import { saveKey } from './reveal-world';

const world = guideWorld();

/** Changes one row of the database, as somebody with access to the disk could. */
async function tamper(page: Panel, store: string, key: string, field: string): Promise<void> {
  await page.evaluate(
    async (where) => {
      const request = indexedDB.open('keyferry');
      await new Promise((done) => (request.onsuccess = done));
      const rows = request.result.transaction(where.store, 'readwrite').objectStore(where.store);
      const found = rows.get(where.key);
      await new Promise((done) => (found.onsuccess = done));
      const row = found.result as Record<string, { iv: string }>;
      const changed = { ...row, [where.field]: { ...row[where.field], iv: 'AAAAAAAAAAAAAAAA' } };
      const put = rows.keyPath === null ? rows.put(changed, where.key) : rows.put(changed);
      await new Promise((done) => (put.onsuccess = done));
      request.result.close();
    },
    { store, key, field },
  );
}

/** Goes to another place of the app page. */
async function show(page: Panel, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Puts words into the first field of the page in place of what is there. */
async function search(page: Panel, words: string): Promise<void> {
  await page.evaluate(() => document.querySelector('input')?.select());
  await page.type({ role: 'textbox', name: 'Search keys' }, words);
}

test('keys are found by their words, damaged ones are named, discarded ones come back until the lock', async () => {
  const page = await world.driver.appPage('app.html#keys');
  await page.waitFor({ text: 'No keys yet' });
  const one = await saveKey(page, fakeKey('admin', 'ONE'));
  const two = await saveKey(page, fakeKey('proj', 'TWO'));
  await page.waitFor({ role: 'link', name: 'sk-admin' });

  // The owner's own words.
  await page.press({ role: 'link', name: 'sk-admin' });
  await page.press({ role: 'button', name: 'Add a note or tags' });
  await page.type({ role: 'textbox', name: 'Note' }, 'asked for by finance');
  await page.type({ role: 'textbox', name: 'Tags' }, 'quarterly, costs');
  await page.press({ role: 'button', name: 'Save', exact: true });
  await page.waitFor({ text: 'asked for by finance' });
  await page.press({ role: 'button', name: 'Edit note and tags' });
  await page.type({ role: 'textbox', name: 'Note' }, ', or not');
  await page.press({ role: 'button', name: 'Save', exact: true });
  await page.waitFor({ text: ', or not' });
  await page.press({ role: 'button', name: 'Undo' });
  await page.waitFor({ text: ', or not' }, { state: 'hidden' });
  await page.waitFor({ text: 'asked for by finance' });
  await show(page, '#keys');
  await search(page, 'finance');
  await page.waitFor({ role: 'link', name: 'sk-proj' }, { state: 'hidden' });
  await page.waitFor({ role: 'link', name: 'sk-admin' });
  expect(await page.text()).toContain('quarterly');
  await search(page, 'nothing of the kind');
  await page.waitFor({ text: 'No key fits “nothing of the kind”.' });
  await search(page, ' ');
  await page.waitFor({ role: 'link', name: 'sk-proj' });

  // Discard asks, is undone, and says what it does not do.
  await page.press({ role: 'link', name: 'sk-proj' });
  await page.press({ role: 'button', name: 'Discard key' });
  await page.waitFor({ text: 'The key goes on working until you revoke it in OpenAI.' });
  await page.press({ role: 'button', name: 'Keep key' });
  await page.press({ role: 'button', name: 'Discard key' });
  await page.press({ role: 'button', name: 'Discard key' });
  await page.waitFor({ text: 'was discarded. It is deleted when the vault locks.' });
  await page.waitFor({ role: 'link', name: 'sk-proj' }, { state: 'hidden' });
  expect((await world.state()).keys.map(({ id }) => id)).toEqual([one]);
  await world.driver.killWorker();
  await page.press({ role: 'button', name: 'Undo' });
  await page.waitFor({ role: 'link', name: 'sk-proj' });

  // A damaged key is named, keeps no other from being used, and is discarded for good.
  await tamper(page, 'records', two, 'details');
  await page.press({ role: 'button', name: 'Check everything that is stored' });
  await page.waitFor({ text: '1 thing is not as it was saved' });
  expect(await page.text()).toContain('Damaged');
  await show(page, `#keys/${two}`);
  await page.waitFor({ text: 'This key can’t be read' });
  expect(await page.text()).not.toContain('Send and verify');
  await page.press({ role: 'button', name: 'Discard key' });
  await page.press({ role: 'button', name: 'Discard key' });
  await page.waitFor({ role: 'button', name: 'Undo' });
  await ask(page, 'vault/lock');
  await ask(page, 'vault/unlock', { passphrase: PASSPHRASE });
  await page.waitFor({ role: 'link', name: 'sk-admin' });
  expect(await page.text()).not.toContain('sk-proj');
  expect(await ask(page, 'key/restore', { itemId: two })).toMatchObject({
    error: { code: 'unknown_item' },
  });

  // So are the ways into the vault, and the next unlock mends them from their copy.
  await tamper(page, 'meta', 'header', 'keyPair');
  await page.press({ role: 'button', name: 'Check everything that is stored' });
  await page.waitFor({
    text: 'The ways into the vault, which the next unlock mends where it can: Damaged',
  });
  await ask(page, 'vault/lock');
  await ask(page, 'vault/unlock', { passphrase: PASSPHRASE });
  await page.press({ role: 'button', name: 'Check everything that is stored' });
  await page.waitFor({ text: 'Everything is as it was saved.' });

  // A destination whose settings were changed is named, and no key goes there.
  const destination = await ask<{ ok: { destinationId: string } }>(page, 'destination/save', {
    adapter: 'aws-secrets-manager',
    label: 'AWS prod',
    settings: {
      region: 'eu-central-1',
      secretName: 'openai',
      accessKeyId: 'AKIAFAKEFAKEFAKE',
      secretAccessKey: 'fake-secret-access-key',
    },
  });
  await tamper(page, 'destinations', destination.ok.destinationId, 'settings');
  await ask(page, 'vault/check');
  await page.press({ role: 'link', name: 'Destinations' });
  await page.waitFor({ text: 'The settings of 1 destination are not those that you saved' });
  await page.waitFor({ text: 'AWS prod: Damaged' });
  await page.press({ role: 'button', name: 'Remove' });
  await page.waitFor({ text: 'AWS prod: Damaged' }, { state: 'hidden' });
  await page.close();
});

test('the palette leads anywhere by keyboard, a filter can be linked, and what is listed is exported without secrets', async () => {
  const panel = await world.driver.appPage('app.html#keys');
  const page = pageAt(world.driver, await panel.url());
  const policy: string[] = [];
  page.on('console', (said) => policy.push(said.text()));
  await panel.waitFor({ role: 'link', name: 'sk-admin' });
  const field = page.getByRole('textbox', { name: 'Search keys' });
  await field.focus();
  const find = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(words);
  };

  // Escape leaves everything as it was, and nothing is found without saying what to do.
  await find('nothing of the kind');
  await panel.waitFor({ text: 'Nothing fits “nothing of the kind”. Try a product' });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await field.evaluate((at) => at === document.activeElement)).toBe(true);

  // A key by the words of its note, which are not shown.
  await find('finance');
  await page.getByRole('menuitem', { name: 'sk-admin' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await panel.waitFor({ text: 'It is at no destination yet. OpenAI has not confirmed it.' });

  // A filter is an address.
  await find('never sent');
  await page.keyboard.press('Enter');
  await panel.waitFor({ text: 'Filter: Never sent' });
  expect(await panel.url()).toContain('#keys?health=unsent');
  await page.reload();
  await panel.waitFor({ role: 'link', name: 'sk-admin' });
  await page.getByLabel('Health').selectOption('Broken');
  await panel.waitFor({ text: 'No key fits what you chose.' });
  expect(await panel.url()).toContain('#keys?health=broken');
  await panel.press({ role: 'button', name: 'Clear the filter' });
  await panel.waitFor({ role: 'link', name: 'sk-admin' });

  const download = page.waitForEvent('download');
  await panel.press({ role: 'button', name: 'Export as CSV' });
  const file = await download;
  await panel.waitFor({ text: `1 key is in ${file.suggestedFilename()}.` });
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^\uFEFFkey,product,.*\r\nsk-admin-…ENDS,/);
  expect(text).not.toContain(fakeKey('admin', 'ONE').slice(12, 40));

  // Locked, nothing of the vault can be found; the place is the same after the unlock.
  await find('when the vault locks');
  await page.keyboard.press('Enter');
  await panel.waitFor({ role: 'heading', name: 'When the vault locks' });
  await find('lock now');
  await page.keyboard.press('Enter');
  await panel.waitFor({ role: 'button', name: 'Unlock' });
  await page.keyboard.press('Control+k');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await panel.type({ role: 'textbox', name: 'Passphrase' }, PASSPHRASE);
  await page.keyboard.press('Enter');
  await panel.waitFor({ role: 'heading', name: 'When the vault locks' });
  expect(policy).toEqual([]);
  await panel.close();
});

test('a vault of a newer Keyferry says so in both pages, and what is readable of it can be had', async () => {
  const page = await world.driver.appPage('app.html#keys');
  await page.waitFor({ role: 'link', name: 'sk-admin' });
  await page.evaluate(async () => {
    const request = indexedDB.open('keyferry', 99);
    await new Promise((done) => (request.onsuccess = done));
    request.result.close();
  });
  await page.evaluate(() => location.reload());
  await page.waitFor({ text: 'The vault was written by a newer Keyferry' });
  const popup = await world.driver.popup();
  await popup.waitFor({ text: 'The vault doesn’t open' });
  await popup.close();
  await page.press({ role: 'button', name: 'Export what is readable' });
  await page.type({ role: 'textbox', name: 'Passphrase' }, PASSPHRASE);
  await page.press({ role: 'button', name: 'Make the kit' });
  await page.waitFor({ role: 'button', name: 'Save the file' });
});
