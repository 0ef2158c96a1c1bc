import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStandin, type Standin } from '../standin/server';
import { launchChromium } from './harness/chromium';
import type { ChromiumDriver } from './harness/chromium-driver';
import type { Surface } from './harness/driver';
import { ADMIN_KEYS, anyPopup, PASSPHRASE } from './journey';

const SHOTS = resolve(import.meta.dirname, '../../.cache/languages');

/** What a person reads and presses on the way to a saved key. */
const SPOKEN = {
  de: {
    start: 'Einrichten und üben',
    practice: 'Übung: einen Schlüssel erstellen',
    passphrase: 'Passphrase',
    repeat: 'Passphrase wiederholen',
    create: 'Tresor anlegen',
    what: 'Wofür ist der Schlüssel?',
    open: 'Drücken Sie „Create new Admin key“',
    fillRest: 'Rest ausfüllen',
    check: 'Prüfen Sie alles, dann drücken Sie „Create admin key“',
    saved: 'Gespeichert. Sie können diesen Dialog schließen.',
    send: 'Senden und prüfen',
    lead: 'Jeder Schlüssel, den Keyferry gespeichert hat',
    day: /\d{1,2}\.\d{1,2}\.\d{4}/,
  },
  ja: {
    start: '設定して練習する',
    practice: '練習：キーを作成する',
    passphrase: 'パスフレーズ',
    repeat: 'パスフレーズ（再入力）',
    create: '保管庫を作る',
    what: '何に使うキーですか？',
    open: '「Create new Admin key」を押す',
    fillRest: '残りを入力',
    check: '確認して「Create admin key」を押す',
    saved: '保存しました。このダイアログは閉じてかまいません。',
    send: '送信して検証',
    lead: 'Keyferryが保存したすべてのキー',
    day: /\d{4}\/\d{2}\/\d{2}/,
  },
};

let standin: Standin;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  standin = await startStandin();
});
afterAll(() => standin?.close());

test.each(['de', 'ja'] as const)(
  'a browser in %s leads to a saved key in its language, and no card or page of ours overflows',
  async (language) => {
    standin.state.reset();
    const driver = await launchChromium({ standin, language });
    try {
      await run(driver, language);
    } finally {
      await driver.close();
    }
  },
);

async function run(driver: ChromiumDriver, language: keyof typeof SPOKEN): Promise<void> {
  const says = SPOKEN[language];
  const shot = (surface: Surface, name: string) =>
    surface.screenshot(join(SHOTS, `${language}-${name}.png`));
  await (await driver.popup()).press({ role: 'button', name: says.start });
  const first = await driver.waitForTab(/welcome\.html/);
  await first.type({ role: 'textbox', name: says.passphrase, exact: true }, PASSPHRASE);
  await shot(first, 'setup');
  await first.type({ role: 'textbox', name: says.repeat, exact: true }, PASSPHRASE);
  await first.press({ role: 'button', name: says.create });
  await first.waitFor({ text: says.practice });
  expect(await spokenBy(first)).toEqual({ lang: language, dir: 'ltr', overflow: false });
  await shot(first, 'practice');
  await first.close();

  const popup = await driver.popup();
  await popup.waitFor({ text: says.what });
  expect(await spokenBy(popup)).toEqual({ lang: language, dir: 'ltr', overflow: false });
  await shot(popup, 'home');

  await popup.press({ role: 'button', name: /^DoiT/ });
  const page = await driver.waitForTab(ADMIN_KEYS);
  await page.callout().waitForText(says.open);
  await shot(page, 'open');
  await page.callout().press(says.fillRest);
  await page.callout().waitForText(says.check);
  await shot(page, 'check');
  await page.press({ role: 'button', name: 'Create admin key', exact: true });
  await page.callout().waitForText(says.saved);
  await shot(page, 'saved');

  const send = await anyPopup(driver);
  await send.waitFor({ role: 'button', name: says.send });
  expect(await send.text()).toMatch(says.day);
  await shot(send, 'send');
  const app = await driver.appPage();
  await app.waitFor({ text: says.lead });
  await app.waitFor({ text: says.day });
  expect(await spokenBy(app)).toEqual({ lang: language, dir: 'ltr', overflow: false });
  await shot(app, 'app');
}

/** Which language a page of ours says that it speaks, and whether it can be scrolled sideways. */
function spokenBy(surface: Surface) {
  return surface.evaluate(() => {
    const { lang, dir, scrollWidth, clientWidth } = document.documentElement;
    return { lang, dir, overflow: scrollWidth > clientWidth };
  });
}
