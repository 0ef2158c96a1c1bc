import { describe, expect, it } from 'vitest';
import { fileOf } from '@/components/keys/key-export';
import { hashOfListing, listingOf, NEWEST } from '@/components/keys/key-hash';
import { routeOf } from '@/components/shell/route';
import { delivery, key } from './fixtures';

const NOW = Date.UTC(2026, 10, 21);

describe('the address of a list', () => {
  it.each([
    ['#keys', { filter: {}, sort: NEWEST }],
    ['#keys?health=broken', { filter: { health: 'broken' }, sort: NEWEST }],
    [
      '#keys?health=expiring&product=A%26B+%C3%BC&kind=admin&destination=portal%3Adoit&sort=-expires',
      {
        filter: {
          health: 'expiring',
          product: 'A&B ü',
          kind: 'admin',
          destination: 'portal:doit',
        },
        sort: { by: 'expires', descending: true },
      },
    ],
    ['#keys?sort=product', { filter: {}, sort: { by: 'product', descending: false } }],
  ] as const)('%s is read back as it was written', (hash, listing) => {
    expect(hashOfListing(listing)).toBe(hash);
    const [, query = ''] = hash.split('?');
    expect(listingOf(query)).toEqual(listing);
  });

  it('leaves out what it does not know', () => {
    expect(routeOf('#keys?health=odd&kind=x&sort=secret&else=1')).toEqual({
      page: 'keys',
      listing: { filter: {}, sort: NEWEST },
    });
    expect(routeOf('#keys/a?b')).toEqual({ page: 'key', keyId: 'a' });
  });
});

const well = key({
  name: 'costs, monthly',
  project: '=HYPERLINK("https://x.example")',
  permission: 'restricted',
  expiresAt: Date.UTC(2027, 0, 1),
  tags: ['finance', '+1'],
  deliveries: [delivery({ state: 'confirmed' }), delivery({ label: '@aws', state: 'confirmed' })],
  verification: { state: 'done', outcome: 'verified', checkedAt: NOW - 1 },
});

describe('the list of keys as a file', () => {
  it('is CSV that a spreadsheet takes for text only', () => {
    const bad = ['-1', '\t=1', '\r=1', ' =1'].map((name, at) => key({ id: `${at}`, name }));
    const [head, first, ...rest] = fileOf([well, ...bad], 'csv', NOW).split('\r\n');
    expect(head).toBe(
      '\uFEFFkey,product,name,kind,permission,project,organization,created,expires,lastVerified,where,health,tags',
    );
    expect(first).toBe(
      'sk-admin-…w8ZP,DoiT,"costs, monthly",admin,restricted,"\'=HYPERLINK(""https://x.example"")",,2026-11-22T00:00:00.000Z,2027-01-01T00:00:00.000Z,2026-11-20T23:59:59.999Z,"DoiT; @aws",well,"finance; +1"',
    );
    expect(rest.join('\n')).toContain(",'-1,");
    expect(rest.join('\n')).toContain(",'\t=1,");
    expect(rest.join('\n')).toContain(',"\'\r=1",');
    expect(rest.join('\n')).toContain(",' =1,");
    expect(rest.at(-1)).toBe('');
  });

  it('is JSON with the same facts', () => {
    const { keys, ...head } = JSON.parse(fileOf([well], 'json', NOW)) as { keys: unknown[] };
    expect(head).toEqual({ format: 'keyferry-keys', v: 1, madeAt: '2026-11-21T00:00:00.000Z' });
    expect(keys).toMatchObject([
      { key: 'sk-admin-…w8ZP', where: ['DoiT', '@aws'], health: ['well'], tags: ['finance', '+1'] },
    ]);
  });

  it('tells of no place that does not hold the key, and of no check that said no', () => {
    const one = key({
      deliveries: [delivery({ state: 'failed' })],
      verification: { state: 'done', outcome: 'rejected', checkedAt: NOW },
    });
    expect(JSON.parse(fileOf([one], 'json', NOW))).toMatchObject({
      keys: [{ where: [], lastVerified: '', health: ['broken', 'unsent'] }],
    });
  });

  it('says of a damaged key what it is, and guesses nothing', () => {
    const one = key({ damage: 'damaged' });
    expect(JSON.parse(fileOf([one], 'json', NOW))).toMatchObject({
      keys: [{ health: ['damaged'] }],
    });
  });
});
