import { expect, test } from 'vitest';
import { barsOf, CHART } from '@/components/keys/usage-bars';

const bars = (...costs: number[]) =>
  barsOf({ days: costs.map((cost, index) => ({ at: index, cost })), currency: 'USD' });

test('The dearest day fills the drawing, and the others stand in proportion on the same ground.', () => {
  const [low, high, half] = bars(0, 10, 5);
  expect(low?.height).toBe(0);
  expect(high).toMatchObject({ y: 0, height: CHART.height });
  expect(half).toMatchObject({ y: CHART.height / 2, height: CHART.height / 2 });
});

test('A day with a little shows, one with a credit does not, and no day gives no broken drawing.', () => {
  expect(bars(0.001, 100)[0]?.height).toBeGreaterThan(0);
  expect(bars(-5, 100)[0]?.height).toBe(0);
  expect(bars(0, 0).map(({ height }) => height)).toEqual([0, 0]);
});

test('Fourteen bars stay apart and within the drawing.', () => {
  const all = bars(...Array.from({ length: 14 }, (_each, index) => index));
  for (const [index, bar] of all.entries()) {
    const end = bar.x + bar.width;
    expect(end).toBeLessThanOrEqual(all[index + 1]?.x ?? CHART.width);
  }
});
