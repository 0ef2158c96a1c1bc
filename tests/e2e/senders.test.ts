import { expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { fakeKey } from '../unit/fake-key';
import { chromium } from './fixtures';
import { askInEveryFrame } from './frames';
import { readBuild } from './harness/build';
import { until } from './harness/until';
import { evaluateAsContentScript, pageAt } from './isolated-world';
import { ADMIN_KEYS, anyPopup, ask, newVault, startGuide } from './journey';
import { allowedTo, MESSAGES, NAMES } from './messages';
import { sendFromOtherExtension } from './other-extension';

const world = chromium();
const ID = readBuild('chrome-mv3').chromeId;
const REFUSED = { error: { code: 'not_allowed', words: [] } };

test('a page without a guide may say hello and offer, and nothing else', async () => {
  const driver = await world.launch();
  await newVault(driver);
  await driver.newTab(ADMIN_KEYS);
  const page = pageAt(driver, ADMIN_KEYS);
  const answers: Record<string, unknown> = {};
  for (const name of NAMES) {
    answers[name] = await evaluateAsContentScript(
      page,
      `chrome.runtime.sendMessage(${JSON.stringify({ name, request: MESSAGES[name] })})`,
    );
  }
  for (const name of NAMES) {
    const allowed = ['page/hello', 'key/visible', 'key/gone', 'guide/brief'].includes(name);
    if (allowed) expect(answers[name], name).toHaveProperty('ok');
    else expect(answers[name], name).toEqual(REFUSED);
  }
  const { ok } = await ask<{ ok: AppState }>(await driver.popup(), 'app/state');
  expect(ok).toMatchObject({ vault: 'unlocked', keys: [] });
});

test('the script in a page cannot read the vault’s key or what waits in memory', async () => {
  const driver = await world.launch();
  await newVault(driver);
  await driver.newTab(ADMIN_KEYS);
  const read = (area: string): Promise<string> =>
    evaluateAsContentScript(
      pageAt(driver, ADMIN_KEYS),
      `chrome.storage.${area}.get(null).then(JSON.stringify, String)`,
    );
  expect(await read('session')).toContain('Access to storage is not allowed');
  expect(await read('local')).toContain('Access to storage is not allowed');
});

test('beside a guide its page may take part in it, and a frame in that page in nothing', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<iframe src="/api-keys"></iframe>');
  });
  const frame = pageAt(driver, ADMIN_KEYS).frameLocator('iframe');
  await frame.getByRole('heading', { name: 'API keys' }).waitFor();
  const takesPart = allowedTo('dashboard', 'guide');
  const told: unknown[] = [];
  // Without the person's press on OpenAI's last button no key is taken.
  const offered = { name: 'key/capture', request: MESSAGES['key/capture'] };
  const early = await askInEveryFrame(driver, ADMIN_KEYS, offered);
  expect(Object.values(early)).toEqual([REFUSED, REFUSED]);
  await askInEveryFrame(driver, ADMIN_KEYS, { name: 'guide/armed', request: {} });
  for (const name of NAMES) {
    const message = { name, request: MESSAGES[name] };
    const { 0: top, ...inner } = await askInEveryFrame(driver, ADMIN_KEYS, message);
    expect(Object.values(inner), `${name} from a frame`).toEqual([REFUSED]);
    if (takesPart.includes(name)) expect(top, name).toHaveProperty('ok');
    else expect(top, name).toEqual(REFUSED);
    told.push(top);
  }
  expect(JSON.stringify(told)).not.toContain(fakeKey('admin', 'OFFERED'));
  const { ok } = await ask<{ ok: AppState }>(await anyPopup(driver), 'app/state');
  expect(ok).toMatchObject({ vault: 'unlocked', keys: [{ kind: 'admin', deliveries: [] }] });
  expect(ok.destinations.filter(({ adapter }) => adapter !== 'portal')).toEqual([]);
});

test('a page cannot show the popup or the app in a frame of its own', async () => {
  const driver = await world.launch();
  const page = await driver.newTab(ADMIN_KEYS);
  await page.evaluate((id) => {
    for (const name of ['popup', 'app']) {
      const frame = Object.assign(document.createElement('iframe'), {
        src: `chrome-extension://${id}/${name}.html`,
      });
      document.body.append(frame);
    }
  }, ID);
  const { frames } = await until('see both frames end', () => {
    const inner = pageAt(driver, ADMIN_KEYS).frames().slice(1);
    const urls = inner
      .map((each) => each.url())
      .filter((url) => url !== '' && url !== 'about:blank');
    return Promise.resolve(urls.length === 2 ? { frames: urls } : undefined);
  });
  expect(frames).toEqual(['chrome-error://chromewebdata/', 'chrome-error://chromewebdata/']);
});

test('a page and its frames have no way to send messages at all', async () => {
  const driver = await world.launch();
  const page = await driver.newTab(ADMIN_KEYS);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<iframe src="/api-keys"></iframe>');
  });
  const target = pageAt(driver, ADMIN_KEYS);
  await target.frameLocator('iframe').getByRole('heading', { name: 'API keys' }).waitFor();
  for (const each of target.frames()) {
    expect(await each.evaluate(() => 'runtime' in Object(Reflect.get(window, 'chrome')))).toBe(
      false,
    );
  }
  const frame = target.frames().at(-1);
  expect(await frame?.locator('keyferry-callout').count()).toBe(0);
});

test('another extension gets no answer to any message', async () => {
  const driver = await world.launch();
  const messages = NAMES.map((name) => ({ name, request: MESSAGES[name] }));
  const [worker] = driver.context.serviceWorkers();
  expect(new URL(worker?.url() ?? '').host).toBe(ID);
  const answers = await sendFromOtherExtension(driver, ID, messages);
  expect(answers).toHaveLength(NAMES.length);
  for (const answer of answers) expect(answer).toContain('Could not establish connection');
});
