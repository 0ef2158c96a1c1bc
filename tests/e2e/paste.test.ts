import { expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { fakeKey } from '../unit/fake-key';
import { anyBrowser } from './fixtures';
import type { Panel } from './harness/driver';
import { anyPopup, ask, saveDoitKey, newVault } from './journey';

const world = anyBrowser();
const FIELD = { role: 'textbox', name: 'OpenAI key' };
const SAVE = { role: 'button', name: 'Save key', exact: true };

/** What is in the field now. */
function typed(popup: Panel): Promise<string | undefined> {
  return popup.evaluate(() => document.querySelector('input')?.value);
}

/** Types over what is in the field. */
async function retype(popup: Panel, text: string): Promise<void> {
  await popup.evaluate(() => {
    const input = document.querySelector('input');
    input?.focus();
    input?.select();
  });
  await popup.type(FIELD, text);
}

test('bad input is named, stays in the field, and a good key after it is saved', async () => {
  const driver = await world.launch();
  const popup = await newVault(driver);
  await popup.press({ role: 'button', name: 'I have a key already' });
  await popup.type(FIELD, 'not a key');
  await popup.press(SAVE);
  await popup.waitFor({ text: 'This is not an OpenAI key.' });
  expect(await typed(popup)).toBe('not a key');
  await retype(popup, 'sk-...abcd');
  await popup.press(SAVE);
  await popup.waitFor({ text: 'This is the shortened form of a key.' });
  expect(await typed(popup)).toBe('sk-...abcd');
  await retype(popup, fakeKey('admin'));
  await popup.press(SAVE);
  await popup.waitFor({ text: 'The key is safe in your vault' });
  const { ok } = await ask<{ ok: AppState }>(popup, 'app/state');
  expect(ok.keys).toMatchObject([{ kind: 'admin' }]);
});

test('bad input after a capture harms nothing: the captured key is still there', async () => {
  const driver = await world.launch();
  await saveDoitKey(driver);
  const popup = await anyPopup(driver);
  await popup.waitFor({ role: 'button', name: 'Send and verify' });
  for (const [text, code] of [
    ['not a key', 'not_a_key'],
    ['sk-admin-...abcd', 'truncated_key'],
  ]) {
    const answer = await ask(popup, 'key/paste', { text, recipeId: 'doit' });
    expect(answer).toEqual({ error: { code, words: [] } });
  }
  const { ok } = await ask<{ ok: AppState }>(popup, 'app/state');
  expect(ok.keys).toMatchObject([{ kind: 'admin', product: 'DoiT', warnings: [] }]);
  await popup.waitFor({ role: 'button', name: 'Send and verify' });
});
