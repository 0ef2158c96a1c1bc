import { describe, expect, test } from 'vitest';
import { createOutbox, type Outbox } from '@/lib/delivery/outbox';
import {
  atAddress,
  mayFill,
  mayFillAgain,
  patternOf,
  portalId,
  hasPortal,
  portalRecipeId,
  portalReported,
  portalRoute,
  portalText,
  type PortalRecipe,
} from '@/lib/delivery/portal';
import type { Delivery, DeliveryState } from '@/lib/domain/delivery';
import type { PortalReport } from '@/lib/messaging/delivery-messages';
import { doit } from '@/lib/recipes/doit';
import { innoslateBoth } from '@/lib/recipes/innoslate';
import type { Recipe } from '@/lib/recipes/recipe';
import { createWorld, keyOf, onlyRow, settle } from './world';

const recipe: Recipe = doit;
if (!hasPortal(recipe)) throw new Error('DoiT has lost its portal.');
const WITH_FINISH: PortalRecipe = recipe;
const { finish: _finish, ...unfinished } = WITH_FINISH.portal;
/** A form that keeps what it is given as soon as its test has passed. */
const WITHOUT_FINISH: PortalRecipe = { ...WITH_FINISH, portal: unfinished };

/** A delivery whose page reports, one report after the other. */
async function reporting(
  reports: readonly PortalReport[],
  { from = 'sending', by = WITH_FINISH }: { from?: DeliveryState; by?: PortalRecipe } = {},
) {
  const { world, deps } = createWorld();
  const outbox: Outbox = createOutbox(deps);
  const row: Delivery = {
    id: 'd',
    itemId: 'item',
    destinationId: portalId(doit),
    operationId: 'o',
    state: from,
    attempt: 1,
    createdAt: 1,
    updatedAt: 1,
    tabId: 2,
  };
  world.rows.set(row.id, row);
  for (const report of reports) {
    await portalReported(outbox, onlyRow(world.rows), by, report, world.now);
  }
  return { row: onlyRow(world.rows), receipt: world.receipts.get('d') };
}

describe('A portal delivery', () => {
  test('is confirmed by the product’s own test and its last button.', async () => {
    const { row, receipt } = await reporting(['ready', 'filled', 'testing', 'passed', 'finished']);
    expect(row).toMatchObject({ state: 'confirmed', proof: 'tested' });
    expect(receipt).toEqual({ reference: 'DoiT › Admin key', at: 1_000, proof: 'tested' });
  });

  test('is not confirmed by a passed test alone, where a last button keeps the form.', async () => {
    const { row, receipt } = await reporting(['filled', 'testing', 'passed']);
    expect(row).toMatchObject({ state: 'confirming', tested: true });
    expect(receipt).toBeUndefined();
  });

  test('is confirmed by a passed test where there is no last button.', async () => {
    const { row } = await reporting(['filled', 'testing', 'passed'], { by: WITHOUT_FINISH });
    expect(row).toMatchObject({ state: 'confirmed', proof: 'tested' });
  });

  test.each<PortalReport[]>([['finished'], ['filled', 'finished'], ['testing', 'finished']])(
    'is not confirmed by the last button without a passed test: %s %s.',
    async (...reports) => {
      const { row, receipt } = await reporting(reports);
      expect(row.state).not.toBe('confirmed');
      expect(receipt).toBeUndefined();
    },
  );

  test('is not confirmed by a test that passed before, once another is under way.', async () => {
    const { row } = await reporting(['filled', 'testing', 'passed', 'testing', 'finished']);
    expect(row.state).toBe('confirming');
  });

  test.each<DeliveryState>(['sending', 'sent', 'waiting', 'failed', 'confirmed'])(
    'takes no “passed” out of turn, when it is %s.',
    async (from) => {
      await expect(reporting(['passed'], { from })).rejects.toMatchObject({ code: 'not_allowed' });
    },
  );

  test('whose test failed says so, and may be tested again.', async () => {
    const reports: PortalReport[] = ['filled', 'testing', 'failed'];
    expect((await reporting(reports)).row).toMatchObject({
      state: 'failed',
      reason: 'product_test_failed',
    });
    reports.push('testing', 'passed', 'finished');
    expect((await reporting(reports)).row.state).toBe('confirmed');
  });

  test('whose test can’t be read asks the person.', async () => {
    const { row } = await reporting(['filled', 'testing', 'unread']);
    expect(row).toMatchObject({ state: 'waiting', reason: 'product_test_unread' });
  });

  test.each<PortalReport>(['filled', 'testing', 'failed', 'unread', 'finished'])(
    'that is confirmed stays so, whatever its page says later: %s.',
    async (report) => {
      expect((await reporting([report], { from: 'confirmed' })).row.state).toBe('confirmed');
    },
  );
});

test('The page is opened once, and left alone while it is open.', async () => {
  const { world, deps } = createWorld();
  let opened = 0;
  let isOpen = false;
  const pages = {
    async open() {
      opened += 1;
      isOpen = true;
    },
    isOpen: async () => isOpen,
  };
  const outbox = createOutbox({ ...deps, routeTo: async () => portalRoute(WITH_FINISH, pages) });
  const id = await outbox.send('item', portalId(doit));
  await settle();
  expect(onlyRow(world.rows).state).toBe('sending');
  world.wakes.length = 0;
  await outbox.drain();
  await settle();
  expect([opened, world.wakes]).toEqual([1, []]);

  isOpen = false;
  await outbox.apply(id, { type: 'must-wait', reason: 'page_closed' });
  await outbox.drain();
  await settle();
  expect(opened).toBe(1);
  await outbox.retry(id);
  await settle();
  expect(opened).toBe(2);
});

test('A portal’s id names its recipe, and no other destination’s does.', () => {
  expect(portalRecipeId(portalId(doit))).toBe('doit');
  for (const id of ['doit', 'x:portal:doit', '']) expect(portalRecipeId(id)).toBeUndefined();
});

test('A key goes into the form as it is, also where it looks like a pattern.', () => {
  const by = { ...WITH_FINISH, portal: { ...WITH_FINISH.portal, value: 'OPENAI_KEY={key}' } };
  expect(portalText(WITH_FINISH, keyOf())).toBe(keyOf());
  expect(portalText(by, `$&$'${keyOf()}` as ReturnType<typeof keyOf>)).toBe(
    `OPENAI_KEY=$&$'${keyOf()}`,
  );
});

const ROW: Delivery = {
  id: 'd',
  itemId: 'item',
  destinationId: portalId(doit),
  operationId: 'o',
  state: 'failed',
  reason: 'product_test_failed',
  attempt: 1,
  createdAt: 1,
  updatedAt: 1_000,
  tabId: 2,
};

test('A form is given the key while a person’s send is under way, and in no other state.', () => {
  const states: DeliveryState[] = [
    'queued',
    'sending',
    'sent',
    'confirming',
    'confirmed',
    'waiting',
    'failed',
  ];
  expect(states.filter((state) => mayFill({ ...ROW, state }))).toEqual(['sending', 'sent']);
});

test('Only a failed test may be filled in again from the product’s page, and for a quarter of an hour.', () => {
  const later = (ms: number) => ROW.updatedAt + ms;
  expect(mayFillAgain(ROW, later(15 * 60_000))).toBe(true);
  expect(mayFillAgain(ROW, later(15 * 60_000 + 1))).toBe(false);
  expect(mayFillAgain({ ...ROW, reason: 'internal' }, later(1))).toBe(false);
  for (const state of ['queued', 'waiting', 'confirmed'] as const) {
    expect(mayFillAgain({ ...ROW, state }, later(1)), state).toBe(false);
  }
});

test('A page that was loaded anew during its test asks the person what it said.', async () => {
  const { row } = await reporting(['filled', 'testing', 'ready']);
  expect(row).toMatchObject({ state: 'waiting', reason: 'product_test_unread' });
  expect((await reporting(['filled', 'ready'])).row.state).toBe('sent');
  const passed = await reporting(['filled', 'testing', 'passed', 'ready']);
  expect(passed.row).toMatchObject({ state: 'confirming', tested: true });
});

test('Only a product that runs at addresses of one’s own is filled in at another address.', () => {
  const mine = 'https://innoslate.acme.example:8443';
  const other: Recipe = innoslateBoth;
  if (!hasPortal(other)) throw new Error('Innoslate has lost its portal.');
  expect(atAddress(other, mine).portal).toMatchObject({ origin: mine, start: `${mine}/` });
  expect(atAddress(other, undefined)).toBe(other);
  expect(atAddress(WITH_FINISH, mine)).toBe(WITH_FINISH);
  expect(patternOf(mine)).toBe('https://innoslate.acme.example/*');
});
