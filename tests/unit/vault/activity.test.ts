import { describe, expect, test, vi } from 'vitest';
import type { LogHead, LogRow } from '@/lib/activity/chain';
import type { ActivityEntry } from '@/lib/activity/entry';
import * as opening from '@/lib/crypto/open';
import { createActivityLog } from '@/lib/vault/activity';
import { openVaultDb } from '@/lib/vault/db';
import { createSession } from '@/lib/vault/session';
import type { Vault } from '@/lib/vault/vault';
import { dump, makeBrowser, PASSPHRASE, tamper } from './harness';

const at = Date.UTC(2026, 10, 21);
const entry = (reason: string): ActivityEntry => ({ at, what: 'delivery_failed', reason });
const kinds = async (vault: Vault) =>
  (await vault.activity.check()).problems.map(({ kind, from, to }) => `${kind} ${from}–${to}`);

async function makeLogged(reasons: readonly string[] = []) {
  const profile = makeBrowser();
  const vault = profile.start();
  await vault.create(PASSPHRASE);
  await vault.activity.tend(at);
  for (const reason of reasons) await vault.activity.append(entry(reason));
  return { ...profile, vault };
}

async function rowsOf(): Promise<LogRow[]> {
  return ((await dump())['activity'] ?? []).map(({ value }) => value as LogRow);
}

async function headOf(): Promise<LogHead> {
  const found = (await dump())['meta']?.find(({ key }) => key === 'activity-head');
  return found?.value as LogHead;
}

async function change(seq: number, changed: Partial<LogRow>): Promise<void> {
  const row = (await rowsOf()).find((each) => each.seq === seq);
  await tamper('activity', String(seq), { ...row, ...changed });
}

describe('the log', () => {
  test('is written while the vault is locked, and read when it is open', async () => {
    const { vault } = await makeLogged(['one']);
    await vault.lock();
    expect(await vault.activity.append(entry('two'))).toBe(true);
    await expect(vault.activity.page({ limit: 10 })).rejects.toMatchObject({
      code: 'vault_locked',
    });
    await expect(vault.activity.check()).rejects.toMatchObject({ code: 'vault_locked' });

    await vault.unlock({ passphrase: PASSPHRASE });
    const page = await vault.activity.page({ limit: 10 });
    expect(page.entries).toEqual([
      { seq: 2, entry: entry('two') },
      { seq: 1, entry: entry('one') },
    ]);
    expect(await kinds(vault)).toEqual([]);
  });

  test('shows nothing of an entry on the disk but its number and the key that it is about', async () => {
    const { vault } = await makeLogged();
    await vault.activity.append({ ...entry('one'), itemId: 'item-1', place: 'AWS prod' });
    const [row] = await rowsOf();
    expect(Object.keys(row ?? {}).toSorted()).toEqual([
      'itemId',
      'mac',
      'previous',
      'sealed',
      'seq',
    ]);
    expect(JSON.stringify(await dump())).not.toContain('AWS prod');
  });

  test('is not begun before there is a vault, and says so to nobody', async () => {
    const vault = makeBrowser().start();
    await expect(vault.activity.append(entry('one'))).rejects.toMatchObject({
      code: 'vault_missing',
    });
  });

  test('gives every entry its own place when several contexts write at once', async () => {
    const { vault, start } = await makeLogged();
    const logs = [vault.activity, start().activity, start().activity];
    const all = Array.from({ length: 60 }, (_, index) => `r${index}`);
    await Promise.all(
      logs.flatMap((log, part) =>
        all.filter((_, i) => i % 3 === part).map((reason) => log.append(entry(reason))),
      ),
    );
    const { entries, total } = await vault.activity.page({ limit: 100 });
    expect(total).toBe(60);
    expect(new Set(entries.map((each) => each.entry?.reason))).toEqual(new Set(all));
    expect(await kinds(vault)).toEqual([]);
  });

  test('opens only the entries that are shown, page by page', async () => {
    const { vault } = await makeLogged(Array.from({ length: 25 }, (_, index) => `r${index + 1}`));
    const open = vi.spyOn(opening, 'open');
    const first = await vault.activity.page({ limit: 10 });
    const second = await vault.activity.page({ limit: 10, before: 16 });
    const third = await vault.activity.page({ limit: 10, before: 6 });
    expect(open).toHaveBeenCalledTimes(25);
    expect([first.more, second.more, third.more]).toEqual([true, true, false]);
    const seen = [first, second, third].flatMap(({ entries }) => entries.map(({ seq }) => seq));
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
    expect(first.total).toBe(25);
    await vault.activity.check();
    expect(open).toHaveBeenCalledTimes(25);
    open.mockRestore();
  });

  test('finds the entries of one key without opening the others', async () => {
    const { vault } = await makeLogged();
    for (let index = 0; index < 12; index += 1) {
      await vault.activity.append({ ...entry(`r${index}`), itemId: `item-${index % 3}` });
    }
    const open = vi.spyOn(opening, 'open');
    const page = await vault.activity.page({ limit: 3, itemId: 'item-1' });
    expect(page.entries.map(({ entry: each }) => each?.reason)).toEqual(['r10', 'r7', 'r4']);
    expect(page).toMatchObject({ total: 4, more: true });
    expect(open).toHaveBeenCalledTimes(3);
    open.mockRestore();
  });
});

async function makeGrown(count: number) {
  const { vault, area, clock } = await makeLogged();
  const session = createSession(area, () => clock.time);
  const log = createActivityLog(openVaultDb(), session, { kept: 20, slack: 5 });
  for (let index = 1; index <= count; index += 1) await log.append(entry(`r${index}`));
  return { vault, log };
}

describe('a log that has grown', () => {
  test('lets the oldest go, and stays whole', async () => {
    const { vault, log } = await makeGrown(26);
    await log.tend(at);
    expect((await rowsOf()).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 7),
    );
    expect(await vault.activity.check()).toMatchObject({ problems: [], gone: 6 });
    await log.append(entry('more'));
    expect(await kinds(vault)).toEqual([]);
    expect((await log.page({ limit: 50 })).total).toBe(21);
  });

  test('lets nothing go before it is too long', async () => {
    const { log } = await makeGrown(25);
    await log.tend(at);
    expect(await rowsOf()).toHaveLength(25);
  });

  test('lets nothing go that was changed: it is the only trace', async () => {
    const { vault, log } = await makeGrown(26);
    await change(3, { mac: '' });
    await log.tend(at);
    expect(await rowsOf()).toHaveLength(26);
    expect(await kinds(vault)).toEqual(['changed 3–3']);
  });

  test('an entry that was let go and is put back is seen, and not shown', async () => {
    const { vault, log } = await makeGrown(26);
    const before = await rowsOf();
    await log.tend(at);
    await tamper('activity', '2', before[1] as LogRow);
    expect(await kinds(vault)).toEqual(['added 2–2']);
    const { entries } = await log.page({ limit: 50 });
    expect(entries.map(({ seq }) => seq)).not.toContain(2);
  });
});

describe('what was done to it', () => {
  test('an edit is found, and the entries that open stay readable', async () => {
    const { vault } = await makeLogged(['one', 'two', 'three']);
    const [first] = await rowsOf();
    await change(2, { sealed: { ...first?.sealed, ct: 'AAAA' } as never });
    expect(await kinds(vault)).toEqual(['changed 2–2']);
    const { entries } = await vault.activity.page({ limit: 10 });
    expect(entries.map((each) => each.entry?.reason)).toEqual(['three', undefined, 'one']);
  });

  test('an entry that was copied over another opens, and is found', async () => {
    const { vault } = await makeLogged(['one', 'two', 'three']);
    const [first] = await rowsOf();
    await change(3, { sealed: first?.sealed as never });
    expect(await kinds(vault)).toEqual(['changed 3–3']);
  });

  test('a head that is set back overwrites nothing; the next unlock goes on and keeps it in mind', async () => {
    const { vault } = await makeLogged(['one', 'two', 'three']);
    await tamper('meta', 'activity-head', { ...(await headOf()), count: 1 });
    await expect(vault.activity.append(entry('four'))).rejects.toThrow();
    expect(await kinds(vault)).toEqual(['end-changed 1–1']);

    await vault.activity.tend(at + 5);
    expect(await vault.activity.append(entry('four'))).toBe(true);
    const { problems, broken } = await vault.activity.check();
    expect(problems).toEqual([]);
    expect(broken).toEqual({
      at: at + 5,
      upTo: expect.any(Number) as number,
      problems: [{ kind: 'end-changed', from: 1, to: 1 }],
    });
    const { entries } = await vault.activity.page({ limit: 10 });
    expect(entries.map((each) => each.entry?.reason)).toEqual(['four', 'three', 'two', 'one']);
  });

  test.each<[string, (head: LogHead) => object]>([
    ['key', (head) => ({ ...head, key: btoa('x'.repeat(32)) })],
    ['mac', (head) => ({ ...head, lastMac: '' })],
    ['count', (head) => ({ ...head, count: 9 })],
  ])(
    'a head with another %s is mended at the next unlock, and not forgotten',
    async (_, changed) => {
      const { vault } = await makeLogged(['one', 'two']);
      await tamper('meta', 'activity-head', changed(await headOf()));
      expect((await kinds(vault))[0]).toMatch(/^end-changed/);
      await vault.activity.tend(at);
      await vault.activity.append(entry('three'));
      const verdict = await vault.activity.check();
      expect(verdict.problems).toEqual([]);
      expect(verdict.broken?.problems[0]?.kind).toBe('end-changed');
      expect((await vault.activity.page({ limit: 9 })).entries).toHaveLength(3);
    },
  );

  test('a beginning that can’t be read is said, and the log goes on', async () => {
    const { vault } = await makeLogged(['one', 'two']);
    await tamper('meta', 'activity-anchor', { v: 1, iv: 'AAAA', ct: 'AAAA' });
    expect(await kinds(vault)).toEqual(['start-unreadable 1–2']);
    await vault.activity.tend(at);
    await vault.activity.append(entry('three'));
    expect(await vault.activity.check()).toMatchObject({
      problems: [],
      broken: { upTo: 2, problems: [{ kind: 'start-unreadable', from: 1, to: 2 }] },
    });
  });

  test('entries put behind the end are named, taken away at the next unlock, and not forgotten', async () => {
    const { vault } = await makeLogged(['one', 'two']);
    const [first] = await rowsOf();
    await tamper('activity', '3', { ...first, seq: 3 });
    await tamper('activity', '9', { ...first, seq: 900_000_000 });
    expect(await kinds(vault)).toEqual(['added 3–3', 'added 900000000–900000000']);
    await vault.activity.tend(at);
    await vault.activity.append(entry('three'));
    const { problems, broken } = await vault.activity.check();
    expect(problems).toEqual([]);
    expect(broken?.problems.map(({ kind }) => kind)).toEqual(['added', 'added']);
    expect((await rowsOf()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('a log that was taken away altogether begins later than its vault', async () => {
    const { vault, clock } = await makeLogged(['one', 'two']);
    await removeLog();
    await vault.activity.tend(clock.time + 9 * 60 * 60_000);
    const { begunAt, vaultCreatedAt } = await vault.activity.check();
    expect(begunAt - vaultCreatedAt).toBe(9 * 60 * 60_000);
  });
});

async function removeLog(): Promise<void> {
  const { openDB } = await import('idb');
  const db = await openDB('keyferry');
  await db.clear('activity');
  await db.delete('meta', 'activity-head');
  await db.delete('meta', 'activity-anchor');
  db.close();
}
