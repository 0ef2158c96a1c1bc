import { expect, test } from 'vitest';
import { place } from '@/lib/callout/place';

const card = { width: 304, height: 160 };
const viewport = { width: 1280, height: 720 };
const button = { left: 500, top: 300, width: 120, height: 32 };

test('the card stands at the right of its anchor where there is room', () => {
  expect(place(button, undefined, [], card, viewport).left).toBeGreaterThanOrEqual(620);
});

test('at the right edge it goes to the left', () => {
  const { left } = place({ ...button, left: 1150 }, undefined, [], card, viewport);
  expect(left + card.width).toBeLessThanOrEqual(1150);
});

test('it never covers the dialog’s buttons when any other place is free', () => {
  const footer = { left: 600, top: 280, width: 400, height: 60 };
  const { left, top } = place(button, undefined, [footer], card, viewport);
  const apart = left >= 1000 || left + card.width <= 600 || top >= 340 || top + card.height <= 280;
  expect(apart).toBe(true);
});

test('in a window of 320 pixels it stays inside', () => {
  const { left, top } = place(
    button,
    undefined,
    [],
    { width: 304, height: 160 },
    { width: 320, height: 480 },
  );
  expect(left).toBe(8);
  expect(top).toBeGreaterThanOrEqual(8);
});

test('beside a dialog it stands outside, at the anchor’s height, and covers no field', () => {
  const dialog = { left: 380, top: 70, width: 520, height: 580 };
  expect(place(button, dialog, [], card, viewport)).toMatchObject({ left: 912, top: 288 });
});

/** Numbers from 0 to 1, the same in every run. */
function chances(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

test('in windows of any width it covers nothing wherever any place is free', () => {
  const chance = chances();
  let free = 0;
  for (let round = 0; round < 2_000; round += 1) {
    const window = { width: 320 + 700 * chance(), height: 320 + 500 * chance() };
    const size = { width: 304, height: 60 + 240 * chance() };
    const some = (width: number, height: number) => ({
      left: (window.width - width) * chance(),
      top: (window.height - height) * chance(),
      width,
      height,
    });
    const anchor = some(40 + 240 * chance(), 32);
    const footer = some(300, 40);
    const apart = 5;
    const isFree = (left: number, top: number) =>
      [anchor, footer].every(
        (box) =>
          left >= box.left + box.width + apart ||
          left + size.width <= box.left - apart ||
          top >= box.top + box.height + apart ||
          top + size.height <= box.top - apart,
      );
    const lefts = Array.from({ length: 30 }, (_, at) => 8 + at * 25);
    const tops = Array.from({ length: 90 }, (_, at) => 8 + at * 9);
    const anywhere = lefts.some(
      (left) =>
        left + size.width <= window.width - 8 &&
        tops.some((top) => top + size.height <= window.height - 8 && isFree(left, top)),
    );
    if (!anywhere) continue;
    free += 1;
    expect(place(anchor, undefined, [footer], size, window).covers).toBe(0);
  }
  expect(free).toBeGreaterThan(500);
});

test('where nothing is free it says how much it covers, and stays in the window', () => {
  const footer = { left: 0, top: 200, width: 320, height: 60 };
  const anchor = { left: 20, top: 100, width: 280, height: 40 };
  const at = place(anchor, undefined, [footer], card, { width: 320, height: 260 });
  expect(at.covers).toBeGreaterThan(0);
  expect(at.top + card.height).toBeLessThanOrEqual(260);
});
