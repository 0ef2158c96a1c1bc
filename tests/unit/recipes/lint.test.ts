import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import { lintRecipe } from '@/lib/recipes/lint';
import { fakeKey } from '../fake-key';
import { GOOD, goodBut, lineOf } from './recipe-text';

test('A good recipe is read whole, with no problem and no warning.', () => {
  const { recipe, problems, warnings } = lintRecipe(GOOD);
  expect(problems).toEqual([]);
  expect(warnings).toEqual([]);
  expect(recipe).toMatchObject({ id: 'acme-costs', key: { rows: [{ optional: false }] } });
});

test.each(CATALOGUE)('$id of the catalogue has no problem but that its id is taken.', (recipe) => {
  const { problems } = lintRecipe(JSON.stringify(recipe, undefined, 2));
  expect(problems.map(({ path }) => path)).toEqual(['id']);
  const { warnings } = lintRecipe(JSON.stringify({ ...recipe, id: 'x' }));
  expect(warnings.map(({ path }) => path)).toContain('product');
});

const BAD: readonly (readonly [
  name: string,
  part: string,
  replacement: string,
  at: string,
  reason: RegExp,
])[] = [
  [
    'an unknown row',
    '"Usage API Scope"',
    '"Usage"',
    '"Usage"',
    /not a row of an admin key.*Usage API Scope/,
  ],
  ['a row of the other kind', '"Usage API Scope"', '"Files"', '"Files"', /other kind/],
  [
    'an older label',
    '"Usage API Scope"',
    '"Management API Scope"',
    '"Management',
    /called “Organization Administration” now/,
  ],
  ['a choice that the row lacks', '"Read"', '"Write"', '"Write"', /offers “Read”, and not “Write”/],
  ['a choice that no row has', '"Read"', '"All"', '"All"', /must be one of: “Read”/],
  ['rows of a key that takes none', '"restricted"', '"read-only"', '"rows"', /restricted key only/],
  ['an unknown kind', '"admin"', '"service"', '"service"', /must be one of: “admin”, “project”/],
  ['a misspelled name', '"purpose"', '"purpos"', '"purpos"', /“purpos” is not part of a recipe/],
  ['text for a number', ': 90', ': "90"', '"expiresInDays"', /must be a whole number/],
  ['too long a life', ': 90', ': 900', '"expiresInDays"', /must be 365 or less/],
  ['an empty name', '"Acme Costs"', '""', '"product"', /must not be empty/],
  [
    'a name that is too long',
    '"Acme {date}"',
    `"${'A'.repeat(61)}"`,
    '"name"',
    /at most 60 characters/,
  ],
  ['an unknown placeholder', '{date}', '{user}', '{user}', /knows \{date\}.*not \{user\}/],
  ['a value without the key', '"{key}"', '"key"', '"value"', /must hold \{key\}/],
  ['an address that is not https', '"https://docs', '"http://docs', '"url"', /begins with https/],
  ['a day that is none', '2026-11-20', '2026-02-30', '"read"', /must be a day/],
  ['an id in capitals', 'acme-costs', 'Acme', '"id"', /small letters/],
  ['an id of the catalogue', 'acme-costs', 'doit', '"id"', /recipe of the catalogue/],
  [
    'a start elsewhere',
    'app.acme.example/settings',
    'acme.evil.example/',
    '"start"',
    /app\.acme\.example only/,
  ],
  [
    'an origin with a path',
    '"https://app.acme.example"',
    '"https://app.acme.example/x"',
    '"origin"',
    /no path/,
  ],
  [
    'a portal on this machine',
    '"https://app.acme.example"',
    '"https://localhost"',
    '"origin"',
    /public name/,
  ],
  [
    'a portal by number',
    '"https://app.acme.example"',
    '"https://192.0.2.1"',
    '"origin"',
    /public name/,
  ],
  [
    'OpenAI as the portal',
    '"https://app.acme.example"',
    '"https://platform.openai.com"',
    '"origin"',
    /OpenAI’s own/,
  ],
  [
    'a lookalike as the portal',
    '"https://app.acme.example"',
    '"https://platform.openal.com"',
    '"origin"',
    /taken for OpenAI/,
  ],
  [
    'the key in a field beside its own',
    '"value": "{key}"',
    '"value": "{key}", "others": [{ "field": { "role": "textbox", "names": ["Name"] }, "value": "{key}" }]',
    '"others"',
    /holds the key/,
  ],
  ['a selector for a control', '["Key"]', '["#api-key"]', '"names"', /selector/],
  ['a path for a control', '["Key"]', '["//input[@id=1]"]', '"names"', /selector/],
  ['a script', '"Acme reads cost."', '"<script>alert(1)</script>"', '<script>', /script/],
  [
    'an address that runs',
    '"Settings › OpenAI › Key"',
    '"javascript:alert(1)"',
    '"place"',
    /script/,
  ],
  ['a hidden character', 'Acme Costs', 'Acme\u202E Costs', '"product"', /can’t be seen/],
  ['no control to fill', '["Key"]', '[]', '"names"', /at least one/],
  ['a list for an object', '{ "by": "first-data" }', '[]', '"proof"', /must be an object|missing/],
];

describe('A bad recipe is refused whole, with its line and the reason:', () => {
  test.each(BAD)('%s.', (_name, part, replacement, at, reason) => {
    const text = goodBut(part, replacement);
    const { recipe, problems } = lintRecipe(text);
    expect(recipe).toBeUndefined();
    expect(problems.map((each) => each.reason).join('\n')).toMatch(reason);
    const found = problems.find((each) => reason.test(each.reason));
    expect(found?.line).toBe(lineOf(text, at));
  });

  test('something is missing: on the line of what should hold it.', () => {
    const text = goodBut('"choice": "Read",', '');
    expect(lintRecipe(text).problems).toEqual([
      {
        line: lineOf(text, '{\n        "row"'),
        path: 'key.rows[0].choice',
        reason: '“choice” is missing.',
      },
    ]);
  });

  test('a restricted key without rows that are needed.', () => {
    const text = goodBut('"reason": "Acme reads cost."', '"reason": "x", "optional": true');
    const [problem] = lintRecipe(text).problems;
    expect(problem).toMatchObject({ line: lineOf(text, '"rows"'), path: 'key.rows' });
    expect(problem?.reason).toMatch(/at least one row/);
  });

  test('a row twice.', () => {
    const row = '{ "row": "Usage API Scope", "choice": "Read", "reason": "x" }';
    const text = goodBut('"rows": [', `"rows": [\n${row},`);
    expect(lintRecipe(text).problems).toMatchObject([{ path: 'key.rows[1].row' }]);
  });

  test('several problems are told at once, in the order of the lines.', () => {
    const text = goodBut('"admin"', '"service"').replace('"first-data"', '"hope"');
    const { problems } = lintRecipe(text);
    expect(problems.map(({ path }) => path)).toEqual(['key.kind', 'proof.by']);
  });

  test('a text of any length.', () => {
    expect(lintRecipe(`"${'a'.repeat(60_000)}"`).problems[0]?.reason).toMatch(/too long/);
    expect(lintRecipe('').problems[0]?.reason).toMatch(/end of the file/);
    expect(lintRecipe('[]').problems[0]?.reason).toMatch(/object/);
  });
});

describe('A key in a recipe is refused and never repeated', () => {
  const key = fakeKey('proj');
  const escaped = key.replace('s', '\\u0073').replace('T3', '\\u00543');
  test.each([
    ['as a value', goodBut('Settings › OpenAI › Key', key)],
    ['as a name', goodBut('"place"', `"${key}"`)],
    ['twice as a name', goodBut('"place"', `"${key}": 1, "${key}"`)],
    ['outside of any text', goodBut('"owner"', key)],
    ['as a row', goodBut('Usage API Scope', key)],
    ['escaped', goodBut('Usage API Scope', escaped)],
    ['escaped, as a name', goodBut('"place"', `"${escaped}"`)],
  ])('%s.', (_where, text) => {
    const result = lintRecipe(text);
    expect(result.recipe).toBeUndefined();
    expect(result.problems[0]?.reason).toMatch(/looks like a key/);
    expect(JSON.stringify(result)).not.toContain(key.slice(0, 24));
  });
});

describe('A recipe that can be used is doubted when', () => {
  test.each([
    ['it asks for All', '"restricted"', '"all"', 'key.permission'],
    ['it never expires', ',\n    "expiresInDays": 90', '', 'key.expiresInDays'],
    ['it has a catalogue product’s name', 'Acme Costs', 'Do-IT', 'product'],
    ['it has OpenAI’s name', 'Acme Costs', 'Open AI Billing', 'product'],
    [
      'its source looks like OpenAI’s',
      '"https://docs.acme.example/openai"',
      '"https://openal.acme.example"',
      'source.url',
    ],
    ['its key goes to another site', 'docs.acme.example', 'docs.other.test', 'portal.origin'],
    [
      'it can change the organization',
      '"Usage API Scope",\n        "choice": "Read"',
      '"Organization Administration",\n        "choice": "Write"',
      'key.rows',
    ],
    [
      'it names an unknown recipe',
      '"proof"',
      '"instead": { "id": "no", "when": "x" },\n"proof"',
      'instead.id',
    ],
  ])('%s.', (_name, part, replacement, path) => {
    let text = goodBut(part, replacement);
    if (path === 'key.permission') text = text.replace(/"rows": \[[^\]]*\]/, '"rows": []');
    const { recipe, problems, warnings } = lintRecipe(text);
    expect(problems).toEqual([]);
    expect(recipe).toBeDefined();
    expect(warnings.map((each) => each.path)).toEqual([path]);
  });
});
