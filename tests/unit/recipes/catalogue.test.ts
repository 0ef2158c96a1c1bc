import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rowsFor } from '@/lib/domain/scopes';
import { CATALOGUE, recipeById } from '@/lib/recipes/catalogue';
import { recipeSchema } from '@/lib/recipes/recipe';

describe.each(CATALOGUE)('$id', (recipe) => {
  const { id, key, source, portal, instead, needs } = recipe;

  test('is what the schema says a recipe is.', () => {
    expect(recipeSchema.parse(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });

  test('names its source and the day on which it was read.', () => {
    expect(new URL(source.url).protocol).toBe('https:');
    expect(source.read <= '2026-11-21' && source.read >= '2026-01-01').toBe(true);
  });

  test('asks for rows and choices that the dashboard has, each once, and for no more than a name.', () => {
    const rows = rowsFor(key.kind);
    for (const { row, choice } of key.rows) {
      const known = rows.find((each) => each.row === row);
      expect(Object.keys(known?.choices ?? {}), row).toContain(choice);
      expect(choice).not.toBe('None');
    }
    expect(new Set(key.rows.map(({ row }) => row)).size).toBe(key.rows.length);
    expect(key.rows.some(({ optional }) => !optional)).toBe(key.permission === 'restricted');
    expect(key.name.length).toBeLessThanOrEqual(60);
    expect(key.name).toContain('{date}');
  });

  test('asks for the least: never All, a life of at most 90 days, and a reason for each row.', () => {
    expect(key.permission).not.toBe('all');
    expect(key.expiresInDays).toBeLessThanOrEqual(90);
    for (const { reason } of [key, ...key.rows]) {
      expect(reason.length, reason).toBeLessThanOrEqual(160);
      expect(reason, reason).toMatch(/\.$/);
    }
  });

  test('says for each row that writes what is written.', () => {
    for (const { choice, reason } of key.rows.filter((each) => each.choice === 'Write')) {
      expect(reason, choice).toMatch(/\b(creat|writ|add|delet|remov|upload)/i);
    }
  });

  test('needs an owner for an admin key.', () => {
    expect(needs.openai).toBe(key.kind === 'admin' ? 'owner' : 'member');
  });

  test('fills in at one https origin, if it fills in.', () => {
    if (!portal) return;
    expect(portal.origin).toBe(new URL(portal.origin).origin);
    expect(new URL(portal.start).origin).toBe(portal.origin);
    expect(portal.field.role).toBe('textbox');
  });

  test('points to another recipe of the same product, if it points to one.', () => {
    if (!instead) return;
    expect(instead.id).not.toBe(id);
    expect(recipeById(instead.id)?.product).toBe(recipe.product);
  });
});

const repeated = (words: readonly string[]) =>
  words.filter((word, index) => words.indexOf(word) < index);

test('Every id is there once, and every product with its purpose.', () => {
  expect(repeated(CATALOGUE.map(({ id }) => id))).toEqual([]);
  expect(repeated(CATALOGUE.map(({ product, purpose }) => `${product} ${purpose}`))).toEqual([]);
  expect(repeated(CATALOGUE.map(({ key }) => key.name))).toEqual([]);
});

test('A product stands once among the places where a key can go.', () => {
  const products = CATALOGUE.filter(({ portal }) => portal).map(({ product }) => product);
  expect(new Set(products).size).toBe(products.length);
});

test('Every recipe’s id begins with the name of its file.', () => {
  const tools =
    /^(recipe|catalogue|shared|lint|checks|doubts|compare|json|lookalike|suspicious|schema-problems)\.ts$/;
  const files = readdirSync(resolve('lib/recipes')).filter((file) => !tools.test(file));
  for (const file of files) {
    const name = file.replace(/\.ts$/, '');
    expect(
      CATALOGUE.some(({ id }) => id === name || id.startsWith(`${name}-`)),
      file,
    ).toBe(true);
  }
});

describe('What the products’ own pages say', () => {
  test('Quolum’s makes an ordinary key: Read only, unconfirmed, with the admin key as the variant.', () => {
    expect(recipeById('quolum')).toMatchObject({
      key: { kind: 'project', permission: 'read-only' },
      unconfirmed: expect.stringMatching(/admin keys/) as string,
      instead: { id: 'quolum-usage' },
    });
    expect(recipeById('quolum-usage')).toMatchObject({
      key: {
        kind: 'admin',
        permission: 'restricted',
        rows: [{ row: 'Usage API Scope', choice: 'Read' }],
      },
      unconfirmed: expect.any(String) as string,
    });
  });

  test('DoiT connects several organizations, one key and run each.', () => {
    expect(recipeById('doit')).toMatchObject({ perOrganization: true, key: { kind: 'admin' } });
  });

  test('Innoslate has three uses, each led through OpenAI’s first-run wizard.', () => {
    const ids = ['innoslate-chat', 'innoslate-image', 'innoslate'];
    for (const id of ids) {
      expect(recipeById(id)).toMatchObject({ firstRun: true, key: { permission: 'restricted' } });
    }
    expect(CATALOGUE.filter(({ product }) => product === 'Innoslate')).toHaveLength(3);
  });

  test('Bubble takes the key behind the word Bearer.', () => {
    expect(recipeById('bubble')?.portal?.value).toBe('Bearer {key}');
  });

  test('Nexla’s form is found by its own labels.', () => {
    expect(recipeById('nexla')?.portal).toMatchObject({
      field: { names: ['API Key Value'] },
      finish: { names: ['Save'] },
    });
  });

  test('What their forms answer is documented by none of them, so only DoiT’s is read.', () => {
    const read = CATALOGUE.filter(({ portal }) => portal?.test && portal.test.passed.length > 0);
    expect(read.map(({ id }) => id)).toEqual(['doit']);
    for (const id of ['quolum', 'nexla', 'innoslate']) {
      expect(recipeById(id)?.portal, id).not.toHaveProperty('test');
    }
  });

  test('Products whose page names no permission are marked unconfirmed.', () => {
    for (const id of ['quolum', 'bubble', 'nexla', 'innoslate', 'infisical']) {
      expect(recipeById(id)?.unconfirmed, id).toBeDefined();
    }
  });
});
