import { beforeAll, expect, test } from 'vitest';
import { limitsOf, USUAL_LOCKING } from '@/lib/domain/locking';
import { createSession } from '@/lib/vault/session';
import type { Vault } from '@/lib/vault/vault';
import { fakeApiKey } from '../unit/fake-api-key';
import { dump, makeBrowser, memoryArea, PASSPHRASE, tamper } from '../unit/vault/harness';
import { paths, turnBit } from './bits';
import { chance, note, times } from './figures';

const { idle: IDLE_LIMIT, most: ABSOLUTE_LIMIT } = limitsOf(USUAL_LOCKING);
const KEYS = 6;
/** What a thief with the disk may change. Copies of a row change with it only in a whole roll-back. */
const STORES = ['records', 'destinations', 'notes', 'manifest'];
let vault: Vault;
/** Changes that closed every destination at once. */
let listsLost = 0;
const ids: string[] = [];

beforeAll(async () => {
  vault = makeBrowser().start();
  await vault.create(PASSPHRASE);
  for (let at = 0; at < KEYS; at += 1) {
    const { itemId } = await vault.capture(fakeApiKey('proj', String(at)), { name: `key ${at}` });
    ids.push(itemId);
    await vault.putDestination(`destination ${at}`, { label: `place ${at}` });
    await vault.note(`note ${at}`, { text: `note ${at}` });
  }
});

/** Everything that the vault gives for one name, or the code of its no. */
async function readAll(): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  const read = async (name: string, work: () => Promise<unknown>) => {
    seen[name] = await work().then(
      (value) => JSON.stringify(value) ?? 'nothing',
      (error: unknown) => `no: ${(error as { code?: string }).code ?? String(error)}`,
    );
  };
  for (const [at, id] of ids.entries()) {
    await read(`key ${at} health`, async () => (await vault.look([id]))[0]?.health);
    await read(`key ${at} details`, () => vault.item(id));
    await read(`key ${at} secret`, () => vault.reveal(id));
    await read(`destination ${at}`, () => vault.readDestination(`destination ${at}`));
    await read(`note ${at}`, () => vault.readNote(`note ${at}`));
  }
  await read('damage', () => vault.damage());
  return seen;
}

interface Change {
  readonly store: string;
  readonly key: string;
  readonly what: string;
  readonly value: object;
  readonly before: object;
}

/** Makes a change, reads everything, and takes it back. @returns what was wrong with what was read. */
async function tryChange(change: Change, right: Record<string, string>): Promise<string[]> {
  await tamper(change.store, change.key, change.value);
  const seen = await readAll();
  await tamper(change.store, change.key, change.before);
  const changed = Object.keys(right).filter((name) => seen[name] !== right[name]);
  const name = `${change.what} of ${change.store} ${change.key}`;
  const wrong = changed
    .filter((each) => !/health$|^damage$/.test(each) && !seen[each]?.startsWith('no: '))
    .map((each) => `${name}: ${each} reads as ${seen[each]}`);
  if (changed.length === 0) return [`${name}: not seen`];
  // Whether a key is the newest one is not known without its list; it is readable all the same.
  const closed = changed.filter(
    (each) => /^(key|note|destination)/.test(each) && !each.endsWith('health'),
  );
  const items = new Set(closed.map((each) => each.match(/\d/)?.[0]));
  if (items.size <= 1) return wrong;
  // Without their list no destination is used: an older one could stand in its place.
  if (change.store === 'manifest' && closed.every((each) => each.startsWith('destination'))) {
    listsLost += 1;
    return wrong;
  }
  return [...wrong, `${name}: hides ${items.size} items`];
}

test('a turned bit of a key, a destination, a note or the list of them is seen, and harms one item at most', async () => {
  const random = chance('bits');
  const right = await readAll();
  expect(Object.values(right).filter((text) => text.startsWith('no: '))).toEqual([]);
  const rows = Object.entries(await dump())
    .filter(([store]) => STORES.includes(store))
    .flatMap(([store, all]) => all.map((row) => ({ store, ...row })));
  const problems: string[] = [];
  for (let turn = 0; turn < times(1_000); turn += 1) {
    const row = rows[Math.floor(random() * rows.length)];
    if (!row) continue;
    const all = paths(row.value).filter((path) => path !== 'id');
    const path = all[Math.floor(random() * all.length)] ?? '';
    const value = turnBit(row.value, path, random);
    const { store, key, value: before } = row;
    problems.push(...(await tryChange({ store, key, what: path, value, before }, right)));
  }
  note('turned bits', `${times(1_000)}, ${problems.length} not as wanted`, '0');
  note('of them in the list of destinations: all refused', `${listsLost}`, '');
  expect(problems).toEqual([]);
});

test('a row or a field in the place of another is seen', async () => {
  const random = chance('swaps');
  const right = await readAll();
  const stores = await dump();
  const problems: string[] = [];
  const count = times(200);
  for (let turn = 0; turn < count; turn += 1) {
    const store = ['records', 'destinations', 'notes'][Math.floor(random() * 3)] ?? '';
    const rows = stores[store] ?? [];
    const at = Math.floor(random() * rows.length);
    const one = rows[at];
    const other = rows[(at + 1 + Math.floor(random() * (rows.length - 1))) % rows.length];
    if (!one || !other) continue;
    const fields = Object.keys(one.value).filter((name) => {
      const [mine, theirs] = [one.value, other.value].map(
        (row) => Reflect.get(row, name) as unknown,
      );
      // The database itself refuses a second row with the same fingerprint.
      if (name === 'fingerprint') return false;
      return name !== 'id' && JSON.stringify(mine) !== JSON.stringify(theirs);
    });
    const field = fields[Math.floor(random() * fields.length)] ?? '';
    const value = { ...one.value, [field]: Reflect.get(other.value, field) as unknown };
    problems.push(
      ...(await tryChange({ store, key: one.key, what: field, value, before: one.value }, right)),
    );
  }
  note('swapped fields', `${count}, ${problems.length} not as wanted`, '0');
  expect(problems).toEqual([]);
});

test('a row that is put back to what it was is seen', async () => {
  const count = times(50);
  let unseen = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const at = turn % KEYS;
    const id = ids[at] ?? '';
    const older = (await dump())['records']?.find(({ key }) => key === id)?.value ?? {};
    await vault.revise(id, (details) => ({ ...details, note: `revision ${turn}` }));
    const present = (await dump())['records']?.find(({ key }) => key === id)?.value ?? {};
    await tamper('records', id, older);
    if (!(await vault.damage()).some((each) => each.id === id)) unseen += 1;
    await tamper('records', id, present);
  }
  note('rows put back to an earlier revision', `${count}, ${unseen} not seen`, '0');
  expect(unseen).toBe(0);
});

test('no jump of the clock keeps the vault open for longer', async () => {
  const random = chance('clock');
  const jumps = [1, -1, 24, -24].map((hours) => hours * 3_600_000);
  let longer = 0;
  const count = times(2_000);
  for (let turn = 0; turn < count; turn += 1) {
    const clock = { time: Date.UTC(2026, 9, 1) };
    const session = createSession(memoryArea(), () => clock.time);
    await session.start(new Uint8Array(32));
    let passed = 0;
    let idle = 0;
    for (let step = 0; step < 20; step += 1) {
      const wait = random() * IDLE_LIMIT * 1.2;
      passed += wait;
      idle += wait;
      clock.time += wait;
      if (random() < 0.3) clock.time += jumps[Math.floor(random() * jumps.length)] ?? 0;
      const key = await session.use();
      if (key && (passed > ABSOLUTE_LIMIT + 60_000 * 20 || idle > IDLE_LIMIT + 60_000)) longer += 1;
      if (!key) break;
      idle = 0;
    }
  }
  note('runs with jumps of the clock', `${count}, ${longer} open for longer`, '0');
  expect(longer).toBe(0);
});
