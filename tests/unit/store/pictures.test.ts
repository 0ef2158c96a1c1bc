import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { screenshots, tiles } from '../../store/frames';

const ROOT = resolve(import.meta.dirname, '../../..');
const NOTHING = Buffer.alloc(24);
const flow = {
  filled: NOTHING,
  saved: NOTHING,
  send: NOTHING,
  tested: NOTHING,
  proved: NOTHING,
  app: NOTHING,
};

test.each(['light', 'dark'])('the README shows its %s picture, which is below 400 kB', (scheme) => {
  const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain(`.store/flow-${scheme}.png`);
  const picture = readFileSync(resolve(ROOT, `.store/flow-${scheme}.png`));
  expect(picture.toString('latin1', 1, 4)).toBe('PNG');
  expect(picture.length).toBeLessThan(400_000);
});

test('the stores get at most five screenshots of 1280 by 800, and tiles of the sizes that they ask for', () => {
  const sizes = [...screenshots(flow).values()].map(({ width, height }) => `${width}x${height}`);
  expect(new Set(sizes)).toEqual(new Set(['1280x800']));
  expect(sizes.length).toBeLessThanOrEqual(5);
  for (const [name, { width, height }] of tiles(flow)) expect(name).toBe(`${width}x${height}.png`);
  expect([...tiles(flow).keys()]).toEqual(['440x280.png', '1400x560.png']);
});
