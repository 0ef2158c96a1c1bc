import { describe, expect, it } from 'vitest';
import { tagsIn } from '@/lib/domain/tags';
import { routeOf } from '@/components/shell/route';
import { strengthOf } from '@/components/vault/strength';

describe('strengthOf', () => {
  it.each([
    ['', 'empty'],
    ['correct horse battery staple', 'weak'],
    ['short', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['password123', 'weak'],
    ['abcabcabcabcabc', 'weak'],
    ['nineteen quiet lantern boats', 'strong'],
  ])('takes %j for %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });
});

describe('tagsIn', () => {
  it('reads each tag once, whatever stands between them', () => {
    expect(tagsIn(' finance, q4,finance ;, prod、dev')).toEqual(['finance', 'q4', 'prod', 'dev']);
    expect(tagsIn('  ')).toEqual([]);
  });
});

describe('routeOf', () => {
  it('reads the hash and falls back to the keys', () => {
    expect(routeOf('#keys/a%20b')).toEqual({ page: 'key', keyId: 'a b' });
    expect(routeOf('#keys/%')).toEqual({ page: 'key', keyId: '%' });
    expect(routeOf('#destinations')).toEqual({ page: 'destinations' });
    expect(routeOf('#destinations/a%20b')).toEqual({
      page: 'destinations',
      destinationId: 'a b',
    });
    expect(routeOf('#else')).toEqual({ page: 'keys' });
    expect(routeOf('')).toEqual({ page: 'keys' });
  });

  it.each([
    ['#recipes', { page: 'recipes' }],
    ['#/recipes', { page: 'recipes' }],
    ['#recipes/doit', { page: 'recipe', recipeId: 'doit' }],
    ['#recipes/new', { page: 'recipe-form' }],
    ['#recipes/own-x-1/edit', { page: 'recipe-form', recipeId: 'own-x-1' }],
    ['#recipes/import', { page: 'recipe-import' }],
    ['#settings', { page: 'settings' }],
    ['#settings/lock', { page: 'settings', block: 'lock' }],
    ['#settings/passphrase/change', { page: 'settings', block: 'passphrase', opens: true }],
    ['#keys/a%2Fb/edit', { page: 'key', keyId: 'a/b', edits: true }],
    ['#destinations/new/file', { page: 'destinations', adapter: 'file' }],
    ['#destinations/portal%3Aquolum', { page: 'destinations', destinationId: 'portal:quolum' }],
    ['#activity/a%20b', { page: 'activity', itemId: 'a b' }],
    ['#recovery', { page: 'recovery' }],
    ['#restore', { page: 'restore' }],
    ['#forgot', { page: 'forgot' }],
    ['#unlock', { page: 'unlock' }],
  ])('finds %s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});
