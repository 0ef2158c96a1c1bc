import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { CalloutContent } from '@/lib/callout/content';
import { openLab, showIn } from './callout-lab';
import { chromium } from './fixtures';
import { until } from './harness/until';

const world = chromium();
const SHOTS = resolve(import.meta.dirname, '../../.cache/callout');

/** The closed tree, which the lab keeps for tests. */
declare const root: ShadowRoot;

const CONTENT: CalloutContent = {
  tone: 'plain',
  line: [
    { name: 'Guide', state: 'now' },
    { name: 'Save', state: 'todo' },
    { name: 'Deliver', state: 'todo' },
    { name: 'Prove', state: 'todo' },
  ],
  progress: '4 of 6',
  title: 'Set “Usage API Scope” to Read',
  body: 'DoiT reads cost and usage. It doesn’t need to change anything.',
  why: 'The key gets only what you choose next, and nothing else.',
  buttons: [
    { id: 'fill', label: 'Fill this', primary: true },
    { id: 'fill-rest', label: 'Fill the rest' },
  ],
  secondary: [
    { id: 'undo', label: 'Undo' },
    { id: 'skip', label: 'Skip' },
    { id: 'by-hand', label: 'I have done it' },
  ],
  close: 'Stop the guide',
};

const DIALOG = `
  <style>
    dialog { width: min(480px, 100vw - 24px); box-sizing: border-box; font: 14px system-ui; }
    dialog label { display: block; margin: 0 0 16px; } input { display: block; width: 100%; box-sizing: border-box; }
    footer { display: flex; justify-content: end; gap: 8px; }
  </style>
  <dialog id="dialog"><h2>Create new admin key</h2>
    <label>Name <input id="anchor"></label><label>Note <input></label>
    <footer><button>Cancel</button><button id="last">Create</button></footer></dialog>
  <script>document.getElementById('dialog').showModal(); document.getElementById('anchor').focus();</script>`;

async function openPage(
  html: string,
  options: Parameters<typeof openLab>[2] = 'ltr',
): Promise<Page> {
  const driver = await world.launch();
  const page = await driver.context.newPage();
  await openLab(page, html, options);
  return page;
}

const focusedInCard = (page: Page) =>
  page.evaluate(() => root.activeElement?.textContent ?? undefined);
const focusedInPage = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

/** The card's box, once two frames have shown it at the same place. */
function cardBox(page: Page) {
  return page.evaluate(async () => {
    for (let before = ''; ;) {
      const now = root.querySelector('.card')?.getBoundingClientRect().toJSON() as DOMRect;
      if (JSON.stringify(now) === before) return now;
      before = JSON.stringify(now);
      await new Promise((next) => {
        requestAnimationFrame(() => requestAnimationFrame(next));
      });
    }
  });
}

const boxOf = (page: Page, selector: string) =>
  page.evaluate(
    (css) => document.querySelector(css)?.getBoundingClientRect().toJSON() as DOMRect,
    selector,
  );

const meet = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

test('Alt+Shift+K moves the focus into the card and back, and Escape in the card leaves the dialog open', async () => {
  const page = await openPage(DIALOG);
  await showIn(page, CONTENT);
  expect(await focusedInPage(page)).toBe('anchor');
  await page.keyboard.press('Alt+Shift+K');
  expect(await focusedInCard(page)).toBe('Fill this');
  await page.keyboard.press('Alt+Shift+K');
  expect(await focusedInCard(page)).toBe(undefined);
  expect(await focusedInPage(page)).toBe('anchor');
  await page.keyboard.press('Alt+Shift+K');
  await page.keyboard.press('Escape');
  expect(await focusedInPage(page)).toBe('anchor');
  expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  // What a person types is theirs.
  await page.keyboard.type('kK');
  expect(await page.inputValue('#anchor')).toBe('kK');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(false);
});

test('a shortcut that no person pressed, and AltGr, leave the focus where it is', async () => {
  const page = await openPage(DIALOG);
  await showIn(page, CONTENT);
  await page.evaluate(() => {
    const pressed = { key: 'K', code: 'KeyK', altKey: true, shiftKey: true, bubbles: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', pressed));
  });
  await page.keyboard.press('Control+Alt+Shift+K');
  expect(await focusedInPage(page)).toBe('anchor');
});

test('Enter on a button counts once the card is in sight, and is kept from the page’s form', async () => {
  const page = await openPage(DIALOG);
  await showIn(page, CONTENT);
  await page.evaluate(() => {
    Reflect.set(window, 'heard', []);
    document.addEventListener('keydown', ({ key }) =>
      (Reflect.get(window, 'heard') as string[]).push(key),
    );
  });
  await until('be ready', () =>
    page.evaluate(() => root.querySelector('[aria-disabled]') === null || undefined),
  );
  await page.keyboard.press('Alt+Shift+K');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => Reflect.get(window, 'presses') as string[])).toEqual(['fill']);
  expect(await page.evaluate(() => Reflect.get(window, 'heard') as string[])).not.toContain(
    'Enter',
  );
});

test('a render of the same content changes nothing that is announced', async () => {
  const page = await openPage(DIALOG);
  await showIn(page, CONTENT);
  await page.evaluate(() => {
    Reflect.set(window, 'changes', 0);
    const observer = new MutationObserver((records) => {
      Reflect.set(window, 'changes', Number(Reflect.get(window, 'changes')) + records.length);
    });
    for (const each of root.querySelectorAll('[role="status"]'))
      observer.observe(each, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
  });
  for (let count = 0; count < 20; count += 1) await showIn(page, CONTENT);
  expect(await page.evaluate(() => Number(Reflect.get(window, 'changes')))).toBe(0);
  await showIn(page, { ...CONTENT, title: 'Next', progress: '5 of 6' });
  expect(await page.evaluate(() => Number(Reflect.get(window, 'changes')))).toBeGreaterThan(0);
  expect(await page.evaluate(() => root.querySelector('section')?.ariaLabel)).toBe(
    'Keyferry, 5 of 6',
  );
});

test('the card follows its anchor through nested scrolling, and leads back to one that is out of sight', async () => {
  const page = await openPage(`
    <div id="pane" style="height:300px;width:300px;overflow:auto"><div style="height:900px;padding-top:100px">
    <button id="anchor">Create</button></div></div>`);
  await showIn(page, { ...CONTENT, secondary: [], why: undefined });
  const before = await cardBox(page);
  await page.evaluate(() => document.getElementById('pane')?.scrollBy(0, 60));
  await until('see it follow', async () =>
    (await cardBox(page)).top === before.top - 60 ? true : undefined,
  );
  await page.evaluate(() => document.getElementById('pane')?.scrollTo(0, 500));
  const shown = () =>
    page.evaluate(() => root.querySelector('.away')?.checkVisibility() === true || undefined);
  await until('be told', shown);
  expect(await page.evaluate(() => root.querySelector('.ring')?.checkVisibility())).toBe(false);
  await page.keyboard.press('Alt+Shift+K');
  await page.evaluate(() => root.querySelector<HTMLElement>('.away button')?.focus());
  await page.keyboard.press('Enter');
  await until('see it again', async () => ((await shown()) ? undefined : true));
  expect((await boxOf(page, '#anchor')).top).toBeLessThan(300);
});

test('in 320 pixels it fits, spares the field and the last buttons, and folds to one line where nothing is free', async () => {
  const page = await openPage(DIALOG);
  await page.setViewportSize({ width: 320, height: 640 });
  await showIn(page, CONTENT);
  const box = await cardBox(page);
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(320);
  expect(meet(box, await boxOf(page, '#anchor'))).toBe(false);
  expect(meet(box, await boxOf(page, 'footer'))).toBe(false);
  await page.setViewportSize({ width: 320, height: 260 });
  const low = await cardBox(page);
  expect(low.bottom).toBeLessThanOrEqual(260);
  await page.evaluate(() => root.querySelector<HTMLElement>('[aria-label="smaller"]')?.focus());
  await page.keyboard.press('Enter');
  const folded = await cardBox(page);
  expect(folded.height).toBeLessThan(48);
  expect(
    await page.evaluate(() => root.querySelector('[aria-label="larger"]')?.checkVisibility()),
  ).toBe(true);
});

test('Why? shows its sentence, and is open again when its step comes back', async () => {
  const page = await openPage(DIALOG);
  await showIn(page, CONTENT);
  const text = () => page.evaluate(() => (root.querySelector('.words') as HTMLElement).innerText);
  await page.evaluate(() => root.querySelector<HTMLElement>('[aria-expanded]')?.focus());
  await page.keyboard.press('Enter');
  expect(await text()).toContain(CONTENT.why);
  await showIn(page, { ...CONTENT, title: 'Next', why: 'Another reason.' });
  expect(await text()).not.toContain('Another reason.');
  await showIn(page, CONTENT);
  expect(await text()).toContain(CONTENT.why);
});

const GERMAN: CalloutContent = {
  ...CONTENT,
  title: 'Stellen Sie „Usage API Scope“ auf „Lesen“, Organisationsnutzungsdatenberechtigung',
  body: 'DoiT liest Kosten- und Nutzungsdaten Ihrer Organisation. Änderungen an Ihrem Konto sind dafür nicht erforderlich.',
  buttons: [
    { id: 'fill', label: 'Diesen Schritt ausfüllen', primary: true },
    { id: 'fill-rest', label: 'Alle weiteren Schritte ausfüllen' },
  ],
  secondary: [
    { id: 'undo', label: 'Rückgängig machen' },
    { id: 'skip', label: 'Überspringen' },
    { id: 'by-hand', label: 'Ich habe es selbst erledigt' },
  ],
};
const REQUEST: CalloutContent = {
  ...CONTENT,
  tone: 'warn',
  title: 'Ask an owner for this key',
  buttons: [],
  secondary: [],
  text: 'Please make an admin key for DoiT with “Usage API Scope” set to Read, nothing else.\nhttps://platform.openai.com/settings/organization/admin-keys',
};

test.each([
  ['light', CONTENT, { colorScheme: 'light' }, 1280, 'ltr'],
  ['dark', CONTENT, { colorScheme: 'dark' }, 1280, 'ltr'],
  ['forced', CONTENT, { forcedColors: 'active' }, 1280, 'ltr'],
  ['request', REQUEST, { colorScheme: 'light' }, 1280, 'ltr'],
  ['german-320', GERMAN, { colorScheme: 'light' }, 320, 'ltr'],
  ['rtl', CONTENT, { colorScheme: 'light' }, 1280, 'rtl'],
  ['rtl-dark-320', GERMAN, { colorScheme: 'dark' }, 320, 'rtl'],
] as const)('nothing sticks out of the card: %s', async (name, content, media, width, bidi) => {
  const page = await openPage(DIALOG, bidi);
  await page.setViewportSize({ width, height: 720 });
  await page.emulateMedia({ reducedMotion: 'reduce', ...media });
  await showIn(page, content);
  await cardBox(page);
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  const out = await page.evaluate(() => {
    const card = root.querySelector('.card') as HTMLElement;
    return { wide: card.scrollWidth - card.clientWidth, dir: getComputedStyle(card).direction };
  });
  expect(out).toEqual({ wide: 0, dir: bidi });
});
