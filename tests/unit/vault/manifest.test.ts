import { beforeEach, describe, expect, test } from 'vitest';
import { openVaultDb } from '@/lib/vault/db';
import { receiptNote } from '@/lib/vault/notes';
import type { Vault } from '@/lib/vault/vault';
import { fakeApiKey } from '../fake-api-key';
import { dump, makeBrowser, PASSPHRASE, tamper } from './harness';

let browser: ReturnType<typeof makeBrowser>;
let vault: Vault;

beforeEach(async () => {
  browser = makeBrowser();
  vault = browser.start();
  await vault.create(PASSPHRASE);
});

async function rowOf(store: string, key: string): Promise<object> {
  const found = (await dump())[store]?.find((each) => each.key === key);
  if (!found) throw new Error(`Nothing in ${store}.`);
  return found.value;
}

const healthOf = async (id: string) => (await vault.look([id]))[0]?.health;

describe('a key with a note', () => {
  let id: string;
  let first: object;

  beforeEach(async () => {
    id = (await vault.capture(fakeApiKey('proj', 'A'), { name: 'costs' })).itemId;
    first = await rowOf('records', id);
    await vault.revise(id, (details) => ({ ...details, note: 'for finance', tags: ['q4'] }));
  });

  test('is its next revision, with the same secret', async () => {
    expect(await rowOf('records', id)).toMatchObject({ revision: 2 });
    expect(await vault.reveal(id)).toBe(fakeApiKey('proj', 'A'));
    expect((await vault.items())[0]?.details).toEqual({
      name: 'costs',
      note: 'for finance',
      tags: ['q4'],
    });
    expect(await healthOf(id)).toBe('whole');
  });

  test('put back to its earlier revision is found, named, and still gives its secret', async () => {
    await tamper('records', id, first);
    expect(await healthOf(id)).toBe('older');
    expect(await vault.damage()).toEqual([
      { what: 'key', id, name: expect.stringContaining('sk-proj-…') as string, health: 'older' },
    ]);
    expect(await vault.reveal(id)).toBe(fakeApiKey('proj', 'A'));
    // The person keeps it as it is now.
    await vault.revise(id, (details) => details);
    expect(await healthOf(id)).toBe('whole');
    expect(await rowOf('records', id)).toMatchObject({ revision: 3 });
  });

  test('of which the list was put back is found', async () => {
    const part = `records/${id.slice(0, 2)}`;
    const before = await rowOf('manifest', part);
    await vault.revise(id, (details) => ({ ...details, note: 'other' }));
    await tamper('manifest', part, before);
    expect(await healthOf(id)).toBe('unlisted');
    await tamper('manifest', part, { ...before, revision: 9 });
    expect(await healthOf(id)).toBe('unlisted');
    expect((await vault.items()).map((item) => item.id)).toEqual([id]);
    await vault.revise(id, (details) => details);
    expect(await healthOf(id)).toBe('whole');
  });

  test('whose sealed secret was changed is found without opening it', async () => {
    const row = (await rowOf('records', id)) as { secret: { ct: string } };
    const ct = row.secret.ct.replace(/^./, (head) => (head === 'A' ? 'B' : 'A'));
    await tamper('records', id, { ...row, secret: { ...row.secret, ct } });
    expect(await healthOf(id)).toBe('damaged');
  });

  test('whose row is gone is missed by name', async () => {
    const db = await import('idb').then(({ openDB }) => openDB('keyferry'));
    await db.delete('records', id);
    db.close();
    expect(await healthOf(id)).toBe('missing');
    expect((await vault.items()).map(({ details }) => details.name)).toEqual(['costs']);
  });

  test('is changed by two at once, and neither change is lost', async () => {
    await Promise.all([
      vault.revise(id, (details) => ({ ...details, note: 'one' })),
      browser.start().revise(id, (details) => ({ ...details, tags: ['two'] })),
    ]);
    expect((await vault.items())[0]?.details).toMatchObject({ note: 'one', tags: ['two'] });
    expect(await healthOf(id)).toBe('whole');
  });
});

test('settings of a destination that were put back are not used', async () => {
  await vault.putDestination('aws', { label: 'AWS prod', region: 'old' });
  const first = await rowOf('destinations', 'aws');
  await vault.putDestination('aws', { label: 'AWS prod', region: 'new' });
  await tamper('destinations', 'aws', first);
  await expect(vault.readDestination('aws')).rejects.toThrow('vault_damaged');
  expect(await vault.damage()).toEqual([
    { what: 'destination', id: 'aws', name: 'AWS prod', health: 'older' },
  ]);
  await vault.removeDestination('aws');
  expect(await vault.damage()).toEqual([]);
  await vault.putDestination('aws', { label: 'AWS prod', region: 'new' });
  expect(await vault.readDestination('aws')).toMatchObject({ region: 'new' });
});

test('a note that was put back to an earlier one is not read', async () => {
  await vault.note('receipt:1', 'first');
  const first = await rowOf('notes', 'receipt:1');
  await vault.note('receipt:1', 'second');
  await tamper('notes', 'receipt:1', first);
  await expect(vault.readNote('receipt:1')).rejects.toThrow('vault_damaged');
});

describe('a discarded key', () => {
  let id: string;

  beforeEach(async () => {
    id = (await vault.capture(fakeApiKey('proj', 'A'), {})).itemId;
    await vault.capture(fakeApiKey('proj', 'B'), {});
    await vault.discard(id);
  });

  test('is in no list, and comes back', async () => {
    expect(await vault.items()).toHaveLength(1);
    expect(await vault.newest(5)).not.toContain(id);
    expect(await vault.count()).toBe(1);
    expect(await vault.item(id)).toBeUndefined();
    await expect(vault.reveal(id)).rejects.toThrow('unknown_item');
    expect((await browser.start().discarded()).map((item) => item.id)).toEqual([id]);
    await browser.start().restore(id);
    expect(await vault.items()).toHaveLength(2);
    expect(await vault.reveal(id)).toBe(fakeApiKey('proj', 'A'));
    expect(await vault.discarded()).toEqual([]);
    expect(await vault.damage()).toEqual([]);
  });

  test.each(['on demand', 'by itself', 'with the browser'])(
    'is gone for good once the vault has locked %s',
    async (how) => {
      await vault.note('verification:' + id, 'words');
      if (how === 'on demand') await vault.lock();
      if (how === 'by itself') browser.clock.time += 24 * 60 * 60_000;
      if (how === 'with the browser') browser.area.kept.clear();
      const next = browser.start();
      await next.sweep();
      const left = await dump();
      expect(JSON.stringify(left['records'])).not.toContain(id);
      expect(left['notes']).toEqual([]);
      expect(left['discarded']).toEqual([]);
      await next.unlock({ passphrase: PASSPHRASE });
      await expect(next.restore(id)).rejects.toThrow('unknown_item');
      expect(await next.items()).toHaveLength(1);
      expect(await next.damage()).toEqual([]);
    },
  );

  test('stays when only the worker died', async () => {
    await browser.start().sweep();
    await browser.start().restore(id);
    expect(await vault.reveal(id)).toBe(fakeApiKey('proj', 'A'));
  });

  test('that is captured again is kept, locked or not', async () => {
    expect(await vault.knows(fakeApiKey('proj', 'A'))).toBe(false);
    expect(await vault.capture(fakeApiKey('proj', 'A'), {})).toMatchObject({
      itemId: id,
      known: true,
    });
    expect(await vault.items()).toHaveLength(2);
    await vault.discard(id);
    browser.area.kept.clear();
    expect(await vault.capture(fakeApiKey('proj', 'A'), {})).toMatchObject({ itemId: id });
    await vault.sweep();
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.reveal(id)).toBe(fakeApiKey('proj', 'A'));
  });
});

test('a delivery, a proof and a note that were changed alone are named by their key, whichever copy it was', async () => {
  const { itemId } = await vault.capture(fakeApiKey('proj', 'A'), {});
  const db = openVaultDb();
  const delivery = { id: 'sent', itemId, destinationId: 'aws', operationId: 'once' };
  const times = { attempt: 1, createdAt: 1, updatedAt: 1 };
  await db.deliveries.put({ ...delivery, ...times, state: 'confirmed' });
  await db.verifications.put({ itemId, ...times, state: 'done', outcome: 'verified' });
  await vault.note(receiptNote('sent'), { reference: 'here' });
  expect(await vault.damage()).toEqual([]);
  const named = (count: number) => [{ what: 'facts', id: itemId, health: 'damaged', count }];
  await tamper('deliveries', 'sent', { ...(await rowOf('deliveries', 'sent')), itemId: 'another' });
  expect(await vault.damage()).toMatchObject(named(1));
  const proof = await rowOf('verifications', itemId);
  await tamper('verifications', itemId, { ...proof, outcome: 'rejected' });
  expect(await vault.damage()).toMatchObject(named(2));
  await tamper('notes', receiptNote('sent'), { id: receiptNote('sent'), v: 1, sealed: {} });
  expect(await vault.damage()).toMatchObject(named(3));
});
