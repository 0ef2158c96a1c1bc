import { describe, expect, it } from 'vitest';
import { NO_FIELDS, reasonsOf } from '@/components/destinations/aws-fields';
import { awsOrigin, awsPolicy } from '@/components/destinations/aws-places';
import { tagsIn } from '@/lib/domain/tags';
import { routeOf } from '@/components/shell/route';
import { strengthOf } from '@/components/vault/strength';
import { awsSettingsSchema } from '@/lib/messaging/destination-messages';

const filled = {
  ...NO_FIELDS,
  label: 'AWS prod',
  region: 'eu-central-1',
  secretName: 'keyferry/openai',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

describe('reasonsOf', () => {
  it('accepts what the background accepts', () => {
    const { label: _, sessionToken: __, ...settings } = filled;
    expect(reasonsOf(filled)).toEqual({});
    expect(awsSettingsSchema.safeParse(settings).success).toBe(true);
  });

  it.each([
    [{ region: 'Frankfurt' }, { region: 'region_form' }],
    [{ secretName: 'my secret' }, { secretName: 'secretName_form' }],
    [{ secretAccessKey: 'AKIAIOSFODNN7EXAMPLE' }, { secretAccessKey: 'secretAccessKey_swapped' }],
    [{ accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }, { sessionToken: 'sessionToken_missing' }],
  ])('says why %o is refused', (change, reasons) => {
    expect(reasonsOf({ ...filled, ...change })).toEqual(reasons);
  });

  it('does not count white space that came along with a paste', () => {
    expect(reasonsOf({ ...filled, accessKeyId: ' AKIAIOSFODNN7EXAMPLE\n' })).toEqual({});
  });
});

describe('AWS places', () => {
  it("asks for the region's own host, with China's domain", () => {
    expect(awsOrigin('eu-central-1')).toBe('https://secretsmanager.eu-central-1.amazonaws.com/*');
    expect(awsOrigin('cn-north-1')).toBe('https://secretsmanager.cn-north-1.amazonaws.com.cn/*');
  });

  it('writes a policy for one secret that reads no value', () => {
    const policy = awsPolicy('keyferry/openai', 'eu-central-1');
    expect(policy).toContain('"arn:aws:secretsmanager:*:*:secret:keyferry/openai*"');
    expect(policy).not.toContain('GetSecretValue');
  });
});

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
  ])('finds %s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});
