import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const CSS = readFileSync(resolve(import.meta.dirname, '../../../components/ui/tokens.css'), 'utf8');
/** Each `:root` block, in the order in which one goes over the other. */
const [light, dark, more, moreDark] = [...CSS.matchAll(/:root \{([^}]*)\}/g)].map(
  ([, block = '']) =>
    Object.fromEntries(
      [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    ),
);

const THEMES = [
  ['light', { ...light }, 4.5],
  ['dark', { ...light, ...dark }, 4.5],
  ['more contrast, light', { ...light, ...more }, 7],
  ['more contrast, dark', { ...light, ...dark, ...more, ...moreDark }, 7],
] as const;
const TEXTS = ['text', 'quiet', 'accent', 'accent-strong', 'amber', 'red', 'red-strong'];

test.each(THEMES)('in %s every text can be read on every ground', (_theme, tokens, least) => {
  const pairs = TEXTS.flatMap((text) =>
    ['ground', 'sunk', 'raised'].map((on) => [text, on] as const),
  );
  const faint = pairs
    .map(([text, on]) => [`${text} on ${on}`, contrast(tokens[text], tokens[on])] as const)
    .filter(([, ratio]) => ratio < least);
  expect(faint).toEqual([]);
  expect(contrast(tokens['on-accent'], tokens['accent'])).toBeGreaterThanOrEqual(least);
});

/** WCAG 2.2, contrast ratio. */
function contrast(one = '', other = ''): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
