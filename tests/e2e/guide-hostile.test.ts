import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { ADMIN_KEYS } from './journey';
import { guideWorld, pressCreate } from './guide-world';
import type { Tab } from './harness/driver';

const world = guideWorld();
const SAVED = 'Saved. You can close this dialog.';

/** Shows a dialog like OpenAI's, with this in its field. */
function showReveal(page: Tab, value: string): Promise<void> {
  return page.evaluate((text) => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.innerHTML = '<h2>Save your key</h2><input readonly><button>Copy</button>';
    document.body.append(dialog);
    const field = dialog.querySelector('input');
    if (field) field.value = text;
  }, value);
}

test('a reveal dialog that the page shows before the person’s press is asked about, not taken', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  const before = (await world.state()).keys.length;
  await page.evaluate(() => {
    // A press that no person made arms nothing.
    const buttons = [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')];
    const last = buttons.find(({ textContent }) => textContent === 'Create admin key');
    for (const type of ['pointerdown', 'mousedown', 'mouseup']) {
      last?.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    }
  });
  await page.key('Escape');
  await page.callout().waitForText('Press “Create new Admin key”');
  await showReveal(page, fakeKey('admin', 'HOSTILE'));
  await page.callout().waitForText('Save this key in Keyferry?');
  expect((await world.state()).keys).toHaveLength(before);
  expect((await page.callout().buttons()).slice(-2)).toEqual(['Save key', 'Not now']);
});

test('a field that a script fills after the dialog came, unseen by observers, is taken', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await page.evaluate(() => {
    // The page's own dialog gives way to one that is filled later, by its property alone.
    const real = window.fetch;
    window.fetch = (...args) =>
      args[1]?.method === 'POST' ? new Promise<Response>(() => undefined) : real(...args);
  });
  await pressCreate(page, 'admin');
  await showReveal(page, '');
  await page.waitFor({ role: 'heading', name: 'Save your key' });
  const key = fakeKey('admin', 'LATE');
  await page.evaluate(
    (value) =>
      new Promise<void>((done) => {
        setTimeout(() => {
          const field = document.querySelector<HTMLInputElement>('input[readonly]');
          if (field) field.value = value;
          done();
        }, 2_000);
      }),
    key,
  );
  await page.callout().waitForText(SAVED);
  const { keys } = await world.state();
  expect(keys.some(({ redacted }) => redacted.endsWith(key.slice(-4)))).toBe(true);
});

test('leaving a page with a key that is not saved is asked about; once it is saved, not', async () => {
  const page = await world.driver.newTab('https://platform.openai.com/api-keys');
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  await pressCreate(page, 'project');
  const said = await page.callout().waitForText('Save this key in Keyferry?');
  expect(said).toContain('It isn’t saved yet.');
  const asked: string[] = [];
  world.page().on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await world
    .page()
    .goto(ADMIN_KEYS)
    .catch(() => undefined);
  expect(asked).toEqual(['beforeunload']);
  await page.callout().press('Save key');
  await page.callout().waitForText(SAVED);
  await world.page().goto(ADMIN_KEYS);
  expect(asked).toEqual(['beforeunload']);
  expect(await page.url()).toBe(ADMIN_KEYS);
});
