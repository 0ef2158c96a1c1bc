import { expect, test } from 'vitest';
import { guideWorld } from './guide-world';
import { fakeKey } from '../unit/fake-key';

const world = guideWorld();

test('a fill is taken back, one step at a time', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Let it expire');
  await page.callout().press('Undo');
  await page.callout().waitForText('Name the key');
  expect(await nameShown()).toBe('');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Let it expire');
  await page.callout().press('Fill this');
  await page.callout().waitForText('“All” is chosen');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Set “Usage API Scope” to Read');
  await page.callout().press('Undo');
  await page.callout().waitForText('“All” is chosen');
  expect(await nameShown()).toMatch(/^DoiT /);
});

test('Undo takes back the whole of Fill the rest', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill this');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await page.callout().press('Undo');
  await page.callout().waitForText('Name the key');
  expect(await nameShown()).toBe('');
  const dialog = world.page().getByRole('dialog');
  await dialog.getByRole('radio', { name: 'All', checked: true }).waitFor();
  expect(await dialog.innerText()).toContain('Never');
});

test('a step that the key can do without is skipped, and why each is there is told', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  await page.callout().press('Skip');
  await page.callout().waitForText('Let it expire in 90 days');
  await page.callout().press('Skip');
  await page.callout().waitForText('“All” is chosen');
  await page.callout().press('Fill this');
  const row = await page.callout().waitForText('Set “Usage API Scope” to Read');
  expect(row).toContain('It doesn’t need to change anything.');
  await page.callout().press('Why?');
  await page.callout().waitForText('Everything that isn’t set stays at None.');
});

test('a control that is missing is told as text; done by hand, the guide goes on; its report holds no value', async () => {
  const page = await world.start('bubble');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  const [key, words] = [fakeKey('proj', 'TYPED'), 'my secret project'];
  await page.press({ role: 'textbox', name: /My Test Key|Name/ });
  await world.page().keyboard.type(` ${words} ${key}`);
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('[role="dialog"] button')];
    const create = buttons.find(({ textContent }) => textContent === 'Create secret key');
    create?.setAttribute('style', 'display:none');
  });
  await page.callout().waitForText('Keyferry can’t find this control on the page.');
  expect(await page.callout().buttons()).toContain('Copy page report');
  await world.page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.callout().press('Copy page report');
  await page.callout().waitForText('Copied. The text stands here too.');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('radiogroup “permissions”');
  for (const value of [key, words, 'Bubble 20', key.slice(-4)]) expect(report).not.toContain(value);
  await page.callout().press('I have done it');
  await page.callout().waitForText('Saving the key');
});

async function nameShown(): Promise<string> {
  return world.page().getByPlaceholder('My Admin Key').inputValue();
}
