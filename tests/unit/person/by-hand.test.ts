import { expect, test } from 'vitest';
import { BY_HAND, compared, effortOf } from '../../e2e/person/by-hand.ts';
import { secondsOf, sum, without } from '../../e2e/person/klm.ts';

test.each(BY_HAND)(
  'the presses of $recipeId’s instructions add up to what was counted when they were read',
  ({ presses, besides = [], read }) => {
    const { clicks, keys, switches, copies } = effortOf([...presses, ...besides]);
    const { seconds, ...counted } = read;
    expect({ clicks, keys, switches, copies }).toEqual(counted);
    const modelled = secondsOf(effortOf([...presses, ...besides]));
    // It was rounded, and the pages that come up were counted by another eye.
    expect(Math.abs(modelled - seconds)).toBeLessThan(1);
  },
);

test('the model: a press, its thought and the page that it opens', () => {
  const one = effortOf([{ what: 'a link', keys: 10, loads: true }]);
  expect(secondsOf(one)).toBeCloseTo(1.3 + 1.35 + 1 + 10 * 0.28 + 0.8);
  expect(without(sum(one, one), one)).toEqual(one);
});

test('what is compared ends at the last press of both ways', () => {
  const bubble = BY_HAND.find(({ recipeId }) => recipeId === 'bubble');
  expect(bubble && compared(bubble).clicks).toBe(18);
});
