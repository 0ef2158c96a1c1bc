import { describe, expect, test } from 'vitest';
import { fetchRecipe, keptFrom } from '@/lib/background/fetch-recipe';
import { ownRecipe, recipeDetails } from '@/lib/background/recipe-details';
import type { OwnRecipe } from '@/lib/messaging/recipe-messages';
import { doit } from '@/lib/recipes/doit';
import { lintRecipe } from '@/lib/recipes/lint';
import { vendorRecipe } from './recipe-fixtures';

const imported = (recipe = vendorRecipe()) => recipeDetails({ recipe, origin: 'imported' });
const admin = (row: string, choice: 'Read' | 'Write') => ({
  row,
  choice,
  reason: 'It says so.',
  optional: false,
});

describe('recipeDetails', () => {
  test('compares an imported recipe with the nearest packaged one.', () => {
    const { nearest, beyond, secondDecision } = imported();
    expect({ nearest, beyond, secondDecision }).toEqual({
      nearest: { id: 'doit', product: 'DoiT', purpose: 'cost and usage' },
      beyond: [],
      secondDecision: false,
    });
  });

  test('names what it asks beyond, and asks a second time for admin write.', () => {
    const rows = [...doit.key.rows, admin('Fine-tuning Checkpoints', 'Write')];
    const { beyond, secondDecision } = imported(vendorRecipe({ key: { ...doit.key, rows } }));
    expect(beyond).toContainEqual({ row: 'Fine-tuning Checkpoints', choice: 'Write' });
    expect(secondDecision).toBe(true);
  });

  test('shows a portal’s host as the browser writes it.', () => {
    const { portal } = doit;
    if (!portal) throw new Error('DoiT has lost its portal.');
    const origin = 'https://console.dоit.com';
    expect(imported(vendorRecipe({ portal: { ...portal, origin } })).portalHost).toBe(
      'console.xn--dit-sed.com',
    );
  });

  test('compares a packaged recipe with none.', () => {
    expect(recipeDetails({ recipe: doit, origin: 'catalogue' })).toMatchObject({ beyond: [] });
    expect(recipeDetails({ recipe: doit, origin: 'catalogue' })).not.toHaveProperty('nearest');
  });
});

describe('ownRecipe', () => {
  const own: OwnRecipe = {
    product: 'Nightly Ünits!',
    purpose: 'summaries',
    kind: 'project',
    permission: 'restricted',
    reason: 'It writes summaries.',
    rows: [{ row: 'Model capabilities', choice: 'Request' }],
    name: 'nightly {date}',
    expiresInDays: 30,
    place: 'The job’s settings',
  };

  test('is a recipe without a mistake.', () => {
    const recipe = ownRecipe(own, '2026-11-21');
    expect(lintRecipe(JSON.stringify(recipe)).problems).toEqual([]);
    expect(recipe).toMatchObject({
      id: 'nightly-u-nits',
      key: { rows: [{ reason: 'It writes summaries.', optional: false }] },
      needs: { openai: 'member' },
    });
  });

  test('leaves out rows that its permission has not, and finds an id for any name.', () => {
    const recipe = ownRecipe({ ...own, product: '鍵', permission: 'read-only' }, '2026-11-21');
    expect([recipe.id, recipe.key.rows]).toEqual(['recipe', []]);
  });
});

describe('fetchRecipe', () => {
  test('asks once, without a cookie, a redirect or a mark of where we are.', async () => {
    const io = answering('{}');
    expect(await fetchRecipe('https://acme.test/recipe.json?v=1#part', io)).toBe('{}');
    expect(io.asked).toEqual([
      {
        url: 'https://acme.test/recipe.json?v=1',
        init: expect.objectContaining({
          method: 'GET',
          credentials: 'omit',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
        }),
      },
    ]);
  });

  test.each([
    'http://acme.test/x',
    'http://localhost/x',
    'https://me:secret@acme.test/x',
    'file:///etc/passwd',
  ])('does not ask %s', async (url) => {
    const io = answering('{}');
    await expect(fetchRecipe(url, io)).rejects.toThrow('recipe_missing');
    expect(io.asked).toEqual([]);
  });

  test('says when there is none, and takes none that is too long.', async () => {
    const missing = fetchRecipe('https://acme.test/x', answering('no', 404));
    await expect(missing).rejects.toMatchObject({ code: 'recipe_missing', words: ['acme.test'] });
    const long = fetchRecipe('https://acme.test/x', answering('x'.repeat(65_537)));
    await expect(long).rejects.toThrow('unreachable');
  });
});

test.each([
  [undefined, undefined],
  ['  ', undefined],
  ['acme.json', 'acme.json'],
  ['acme\u202Enosj.exe', 'acmenosj.exe'],
  ['https://acme.test/r.json?token=secret#x', 'https://acme.test/r.json'],
])('Where it came from is kept without what it should not hold: %j', (from, kept) => {
  expect(keptFrom(from)).toBe(kept);
});

/** A server that answers everything alike. */
function answering(body: string, status = 200) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return Promise.resolve(new Response(body, { status }));
  };
  return { fetch, asked };
}
