import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { chosen, inTurns } from '../gallery/in-turns';
import * as measure from '../gallery/measure';
import {
  dress,
  inEveryLanguage,
  LANGUAGES,
  openStudio,
  SIZES,
  type OpenStudio,
} from '../gallery/studio';
import type { View } from '../gallery/view';
import { VIEWS } from '../gallery/views/all';
import { AXE, faintTextOf, violationsOf } from './axe';

/** What was found wrong, by what it was looked for. */
type Found = Record<
  'axe' | 'overflow' | 'targets' | 'focus' | 'motion' | 'forced' | 'shift',
  string[]
>;
/** `KEYFERRY_VIEWS='popup/home app/keys'` looks at those only. */
const WORDS = (process.env['KEYFERRY_VIEWS'] ?? '').split(' ').filter(Boolean);
const found: Found = {
  axe: [],
  overflow: [],
  targets: [],
  focus: [],
  motion: [],
  forced: [],
  shift: [],
};
let studio: OpenStudio | undefined;

/** A page of 1280 pixels at four times its size. */
const NARROW = 320;
/** Whose words are the longest, and one that breaks lines otherwise: these are looked at in the app page. */
const LONGEST = ['de', 'fr', 'ja'] as const;

// Every view is shown once and looked at for everything: showing it is what takes time.
beforeAll(async () => {
  studio = await openStudio(VIEWS, AXE);
  await inTurns(studio, chosen(VIEWS, WORDS), look);
}, 400_000);
afterAll(() => studio?.close());

async function look(page: Page, view: View): Promise<void> {
  const say = (what: keyof Found, how: string, all: readonly string[]) => {
    for (const each of all) found[what].push(`${view.name}, ${how}: ${each}`);
  };
  if (!view.act) say('shift', 'en', await page.evaluate(measure.shifts));
  await dress(page, 'light');
  say('axe', 'light', await violationsOf(page));
  say('motion', 'light', await page.evaluate(measure.motions));
  await dress(page, 'dark');
  say('axe', 'dark', await faintTextOf(page));
  await dress(page, 'forced');
  say('forced', 'edges', await page.evaluate(measure.edgeless));
  // A key of the keyboard's, so that the focus shows.
  await page.keyboard.press('Shift');
  say('forced', 'focus', await page.evaluate(measure.hiddenFocus));
  await dress(page, 'light');
  say('focus', 'light', await page.evaluate(measure.hiddenFocus));
  // A browser at 200 % shows the popup as it is; a page of 1280 pixels is 320 wide at 400 %.
  for (const width of view.page === 'popup' ? [SIZES.popup.width] : [SIZES.app.width, NARROW]) {
    await page.setViewportSize({ width, height: 600 });
    const languages = view.page === 'popup' ? LANGUAGES : LONGEST;
    say('overflow', `at ${width}`, await inEveryLanguage(page, measure.overflows, languages));
    say('targets', `at ${width}`, await page.evaluate(measure.smallTargets));
  }
}

test('no view of the popup or the app page has anything that axe finds fault with, light or dark', () => {
  expect(found.axe).toEqual([]);
});

test('no view scrolls sideways, runs out of its box or is cut off, in any language, also at 320 pixels', () => {
  expect(found.overflow).toEqual([]);
});

test('every target is 24 pixels wide and high, or stands apart', () => {
  expect(found.targets).toEqual([]);
});

test('whatever can have the focus shows it', () => {
  expect(found.focus).toEqual([]);
});

test('nothing moves for people who asked for less motion', () => {
  expect(found.motion).toEqual([]);
});

test('in forced colours every control keeps its edge and its focus', () => {
  expect(found.forced).toEqual([]);
});

test('nothing jumps while a view is made', () => {
  expect(found.shift).toEqual([]);
});
