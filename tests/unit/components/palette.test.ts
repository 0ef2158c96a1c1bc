import { expect, test } from 'vitest';
import { commandsOf, GROUPS, keyCommand } from '@/components/palette/commands';
import { find, MOST } from '@/components/palette/find';
import { routeOf } from '@/components/shell/route';
import type { DestinationView, RecipeView } from '@/lib/domain/views';
import { key, state } from './fixtures';

/** Words that tell their key, so that a test needs no language. */
const say = (name: string, words: readonly string[] = []) => [name, ...words].join(' ');
const recipe = (id: string, product: string): RecipeView => ({
  id,
  product,
  purpose: 'cost and usage',
  keyKind: 'admin',
  origin: 'catalogue',
});
const place = (id: string, adapter: DestinationView['adapter']): DestinationView => ({
  id,
  label: `${id} prod`,
  adapter,
  origins: [],
  allowed: true,
  accepts: ['admin'],
  fromCatalogue: true,
});
const open = state({
  recipes: [recipe('bubble', 'Bubble'), recipe('doit', 'DoiT'), recipe('zuplo', 'Zuplo')],
  recentRecipeIds: ['zuplo'],
  destinations: [place('aws', 'aws-secrets-manager'), place('portal:doit', 'portal')],
});
const commands = commandsOf(open, say);
const titles = (typed: string) =>
  find(commands, [], typed).flatMap((group) => group.commands.map(({ title }) => title));

test('Every command has an id of its own, and leads somewhere or does something.', () => {
  const ids = [...commands.map(({ id }) => id), ...find(commands, [], '').map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(commands.filter(({ hash, act }) => hash === undefined && act === undefined)).toEqual([]);
});

test('Each place that a command names is one that the app page knows.', () => {
  const lost = commands
    .flatMap(({ hash }) => hash ?? [])
    .filter((hash) => hash !== '#keys' && !hash.startsWith('#keys?'))
    .filter((hash) => routeOf(hash).page === 'keys');
  expect(lost).toEqual([]);
  expect(routeOf('#destinations/new/vault-kv')).toEqual({
    page: 'destinations',
    adapter: 'vault-kv',
  });
  expect(routeOf('#destinations/new/odd')).toEqual({ page: 'destinations' });
});

test('Sections, settings, actions, recipes and destinations are found by any of their words.', () => {
  expect(titles('nav.act')).toEqual(['ui.nav.activity']);
  expect(titles('settings.lock')).toContain('ui.settings.lock.title');
  expect(titles('newplace vault')).toEqual(['ui.palette.newPlace ui.placeKind.vault-kv']);
  expect(titles('doit usage')).toEqual(['ui.palette.guide DoiT', 'ui.palette.recipe DoiT']);
  expect(titles('AWS prod')).toEqual(['aws prod']);
  expect(titles('recovery.title')).toContain('ui.recovery.make');
  expect(titles('nothing of the kind')).toEqual([]);
});

test('Letters are found without their marks and in any case.', () => {
  const german = [{ id: 'k', group: 'go', title: 'Schlüssel', hash: '#keys' }] as const;
  expect(find(german, [], 'SCHLUSS')).toHaveLength(1);
});

test('What begins with the words comes first, what was used last before the rest, and no group is long.', () => {
  const [, , , recipes] = GROUPS;
  const shown = find(commands, [], '');
  expect(shown.find(({ group }) => group === recipes)?.commands[0]?.id).toBe('guide:zuplo');
  expect(Math.max(...shown.map((group) => group.commands.length))).toBe(MOST);
  const two = ['the end', 'end'].map((title) => ({ id: title, group: 'go', title }) as const);
  expect(find(two, [], 'end')[0]?.commands.map(({ title }) => title)).toEqual(['end', 'the end']);
});

test('A key is there by its redacted form only, whatever it was found by.', () => {
  const command = keyCommand(key({ id: 'a/b', project: 'Finance', tags: ['q4'] }), say);
  expect(command).toEqual({
    id: 'key:a/b',
    group: 'keys',
    title: 'sk-admin-…w8ZP',
    detail: 'DoiT · Finance · q4',
    hash: '#keys/a%2Fb',
  });
  expect(find(commands, [command], 'a word of its note')[0]?.commands).toEqual([command]);
});
