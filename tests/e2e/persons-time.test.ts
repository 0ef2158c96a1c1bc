import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AppState, KeyView } from '@/lib/domain/views';
import { chromium } from './fixtures';
import { recipeOf } from './guide-world';
import type { ChromiumDriver } from './harness/chromium-driver';
import type { Panel, Tab } from './harness/driver';
import { until } from './harness/until';
import { pageAt } from './isolated-world';
import { ask, PASSPHRASE } from './journey';
import type { Count } from './person/count';
import { without, type Effort } from './person/klm';
import { SEEDS, type Seed } from './person/seeds';
import { byHand, rowOf, situationsOf, timesLess, type Situations } from './person/table';
import { throughForm, walk } from './person/walk';

const browser = chromium();
const [DOIT, ...OTHERS] = SEEDS as [Seed, Seed, ...Seed[]];
/** What somebody had copied before. */
const COPIED = 'a telephone number';
let measured: Situations | undefined;
const unlocked = new Map<string, Effort>();

test('DoiT: the first key ever, one with a locked vault, and one with an open one', async () => {
  const driver = await browser.launch();
  const desk = await atDesk(driver);
  const first = await walk(driver, DOIT, {
    enter: (popup, count) => setUp(driver, popup, count),
    isFirst: true,
  });
  await arrived(desk, DOIT, first.page);
  await ask(desk.app, 'vault/lock');
  const locked = await walk(driver, DOIT, { enter: unlock });
  await arrived(desk, DOIT, locked.page);
  const last = await walk(driver, DOIT);
  await arrived(desk, DOIT, last.page);
  measured = {
    first: first.effort,
    there: without(first.effort, first.entering),
    locked: locked.effort,
    unlocked: last.effort,
  };
  unlocked.set(DOIT.recipeId, last.effort);
  expect(await copied(desk)).toBe(COPIED);
});

test('Quolum, Bubble, Nexla and Innoslate: the next key to a form that has had one', async () => {
  const driver = await browser.launch();
  const desk = await atDesk(driver);
  await ask(desk.app, 'vault/create', { passphrase: PASSPHRASE });
  for (const seed of OTHERS) {
    await hasHadOne(desk, seed);
    const { page, effort } = await walk(driver, seed);
    await arrived(desk, seed, page);
    unlocked.set(seed.recipeId, effort);
  }
  await staysWhereItWas(desk, OTHERS[0]);
  expect(await copied(desk)).toBe(COPIED);
});

test('with an open vault nothing is typed, copied or looked for in tabs, and each further key takes at most half the time', () => {
  for (const seed of SEEDS) {
    const ours = unlocked.get(seed.recipeId);
    expect(ours, `${seed.recipeId} was counted`).toBeDefined();
    if (!ours) continue;
    expect(ours).toMatchObject({ keys: 0, switches: 0, copies: 0 });
    expect(timesLess(ours, byHand(seed)), seed.recipeId).toBeGreaterThanOrEqual(2);
  }
  // The first one there, too.
  expect(measured?.there).toMatchObject({ keys: 0, switches: 0, copies: 0 });
  expect(measured?.there.clicks).toBeLessThan(17 / 2);
});

test('the README’s table “The person’s time” says what was counted', () => {
  const rows = SEEDS.map((seed) => {
    const ours = unlocked.get(seed.recipeId);
    if (!ours || !measured) throw new Error(`${seed.recipeId} was not counted.`);
    return rowOf(recipeOf(seed.recipeId).product, seed, situationsOf(ours, measured));
  });
  const readme = readFileSync('README.md', 'utf8');
  const section = readme.split('## The person’s time')[1]?.split('\n## ')[0] ?? '';
  const said = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
  const right = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  expect(said.slice(2), `The right rows are:\n${right}\n`).toEqual(rows);
});

/** Where the person sits before they come to us: some page in front, with something of theirs copied. */
interface Desk {
  readonly driver: ChromiumDriver;
  readonly app: Panel;
}

async function atDesk(driver: ChromiumDriver): Promise<Desk> {
  const app = await driver.appPage();
  const { startUrl } = browser.standin;
  await driver.context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(startUrl).origin,
  });
  await (
    await driver.newTab(startUrl)
  ).evaluate((text) => navigator.clipboard.writeText(text), COPIED);
  return { driver, app };
}

async function copied({ driver }: Desk): Promise<string> {
  const page = pageAt(driver, browser.standin.startUrl);
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Sets the vault up on the page that the popup leads to, passes over the practice, and opens the popup again. */
async function setUp(driver: ChromiumDriver, popup: Panel, count: Count): Promise<Panel> {
  await popup.press({ role: 'button', name: 'Set up and practice' });
  const welcome = await driver.waitForTab(/\/welcome\.html/);
  count.opened();
  await welcome.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await welcome.type({ role: 'textbox', name: 'Repeat passphrase', exact: true }, PASSPHRASE);
  await welcome.press({ role: 'button', name: 'Create vault' });
  // The passphrase's work is waited for like a page.
  count.opened();
  await welcome.waitFor({ role: 'button', name: 'Skip the practice' });
  const again = await driver.popup();
  count.opened();
  return again;
}

async function unlock(popup: Panel, count: Count): Promise<Panel> {
  await popup.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await popup.press({ role: 'button', name: 'Unlock', exact: true });
  count.opened();
  return popup;
}

/** Takes a pasted key to the product once, on the card's press. */
async function hasHadOne({ driver, app }: Desk, seed: Seed): Promise<void> {
  const { key } = recipeOf(seed.recipeId);
  const made = browser.standin.state.store.create({
    kind: key.kind,
    name: 'The one before',
    permission: 'all',
    rows: {},
    expiration: '90 days',
  });
  await ask(app, 'key/paste', { text: made.value, recipeId: seed.recipeId });
  await driver.approvePermission(seed.origin);
  const allowed = await pageAt(driver, 'chrome-extension://').evaluate((host) => {
    const { chrome } = globalThis as never as { chrome: Permissions };
    return chrome.permissions.request({ origins: [`${host}/*`] });
  }, seed.origin);
  expect(allowed).toBe(true);
  const { id: itemId } = await newest(app);
  await ask(app, 'delivery/send', { itemId, destinationId: seed.placeId });
  const page = await driver.waitForTab(seed.origin);
  await throughForm(page, seed, true);
  if (seed.why) {
    await page.callout().press('Why?');
    await page.callout().waitForText(seed.why);
  }
  await arrived({ driver, app }, seed, page);
}

/** A page that was open before the key was sent takes a press, wherever the person is in it. */
async function staysWhereItWas({ driver, app }: Desk, seed: Seed): Promise<void> {
  const before = browser.standin.state.products.kept.length;
  const page = await driver.newTab(seed.origin);
  const { id: itemId } = await newest(app);
  await ask(app, 'delivery/send', { itemId, destinationId: seed.placeId });
  await until('see it offered', async () => {
    const buttons = await page.callout().buttons();
    return buttons.includes(seed.fill) ? true : undefined;
  });
  expect((await newest(app)).deliveries.map(({ state }) => state)).toContain('sending');
  expect(browser.standin.state.products.kept).toHaveLength(before);
}

interface Permissions {
  readonly permissions: { request(wanted: object): Promise<boolean> };
}

/** What comes after the last button: the product has the key, and its page is done with. */
async function arrived({ driver, app }: Desk, seed: Seed, page: Tab): Promise<void> {
  const card = page.callout();
  if (seed.asks) await card.press(seed.asks);
  await card.waitForText(seed.asks ? 'confirmed by you.' : 'tested.');
  const key = await newest(app);
  expect(key.deliveries[0]).toMatchObject({
    state: 'confirmed',
    proof: seed.asks ? 'confirmed-by-you' : 'tested',
  });
  const { state } = browser.standin;
  const { value = '' } =
    state.store.keys.find((each) => key.redacted.endsWith(each.value.slice(-4))) ?? {};
  const text = recipeOf(seed.recipeId).portal?.value.replace('{key}', value) ?? value;
  const [given] = seed.fields
    ? state.products.kept
    : state.doit.map((each) => ({ value: each.key }));
  expect(given).toMatchObject({ value: text, ...(seed.fields ? { fields: seed.fields } : {}) });
  // The result stands in the popup until it is put away there.
  await ask(app, 'key/dismiss', { itemId: key.id });
  for (const each of driver.context.pages()) {
    if (each.url().startsWith('https://')) await each.close();
  }
}

async function newest(app: Panel): Promise<KeyView> {
  const { ok } = await ask<{ ok: AppState }>(app, 'app/state');
  const [key] = ok.keys.toSorted((a, b) => b.createdAt - a.createdAt);
  if (!key) throw new Error('There is no key.');
  return key;
}
