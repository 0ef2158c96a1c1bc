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
