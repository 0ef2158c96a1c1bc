import type { AppState, KeyView } from '@/lib/domain/views';
import type { ActivityAnswers } from '@/lib/messaging/activity-messages';
import {
  arrived,
  DAY,
  delivery,
  full,
  key,
  manyKeys,
  proved,
  REPORTS,
  state,
  withoutRecipe,
} from '../facts.ts';
import { NOW } from '../studio.ts';
import { fails, NEVER, press, type, unfold, type View } from '../view.ts';

const list = (keys: readonly KeyView[], total = keys.length) => ({
  keys,
  total,
  products: ['Bubble', 'DoiT', 'Innoslate'],
});
const app = (name: string, hash: string, answers: View['answers'], more: Partial<View> = {}) => ({
  name: `app/${name}`,
  page: 'app' as const,
  hash,
  answers,
  ...more,
});
const keys = (name: string, answers: View['answers'], more: Partial<View> = {}, at = full()) =>
  app(
    name,
    '#keys',
    {
      'app/state': at,
      'keys/list': list(manyKeys),
      'verification/all-questions': { keys: 4, questions: 31 },
      ...answers,
    },
    more,
  );
const happened: ActivityAnswers['activity/list'] = {
  entries: [
    { seq: 9, entry: { at: NOW - 60_000, what: 'verified', itemId: 'key-1' } },
    {
      seq: 8,
      entry: { at: NOW - 70_000, what: 'confirmed', itemId: 'key-1', place: 'Production (AWS)' },
    },
    { seq: 7, entry: { at: NOW - 240_000, what: 'captured', itemId: 'key-1' } },
  ],
  total: 3,
  more: true,
};
const record = {
  project: 'Customer support assistant (production)',
  trackingId: 'key_FAKE0000000000000',
  note: 'Made for the cost report.\nAsk Ada before it is revoked: two dashboards read it at night.',
  tags: ['finance', 'owner: Ada Lovelace', 'rotates every quarter'],
};
const page = (name: string, one: KeyView, more: Partial<View> = {}, at: Partial<AppState> = {}) =>
  app(
    `key-${name}`,
    `#keys/${one.id}`,
    {
      'app/state': full({ keys: [one], ...at }),
      'key/view': one,
      'activity/list': happened,
      'verification/questions': [{ method: 'GET', path: '/v1/organization/costs?limit=1' }],
      'delivery/plan': { name: 'prod/doit/OPENAI_ADMIN_KEY', plan: { action: 'overwrite' } },
    },
    more,
  );
const sent = key({ ...record, deliveries: [arrived], verification: proved() });

/** The list of keys, and a key's own page. */
export const keysViews: readonly View[] = [
  keys('keys', {}, { forced: true }),
  keys('keys-empty', { 'keys/list': list([]) }, {}, state()),
  keys(
    'keys-none',
    { 'keys/list': list([]) },
    { act: (at) => type(at, 'ui.record.search', 'zebra') },
  ),
  keys('keys-loading', { 'keys/list': NEVER }),
  keys('keys-failed', { 'keys/list': fails('vault_unreadable') }),
  keys('keys-pages', {
    'keys/list': list(
      Array.from({ length: 25 }, (_, at) => key({ id: `key-${at}`, createdAt: NOW - at * DAY })),
      10_000,
    ),
  }),
  keys(
    'keys-broken',
    { 'key/view': sent },
    {},
    full({
      broken: [
        { cause: 'gone', itemIds: ['key-1', 'key-2'] },
        { cause: 'changed', itemIds: ['key-3'] },
      ],
      discarded: [{ id: 'key-9', redacted: 'sk-proj-…9fQa', product: 'Bubble' }],
      underWay: 2,
      beingChecked: 3,
      backup: { offer: true, savedAt: NOW - 40 * DAY },
    }),
  ),
  keys(
    'keys-checked',
    {
      'vault/check': [
        { what: 'key', id: 'key-2', name: 'sk-proj-…9fQa', health: 'older' },
        { what: 'facts', id: 'key-1', name: 'sk-admin-…w8ZP', count: 3, health: 'damaged' },
        { what: 'destination', id: 'aws-1', name: 'Production (AWS)', health: 'missing' },
        { what: 'header', id: '', name: '', health: 'damaged' },
      ],
    },
    { act: (at) => press(at, 'ui.damage.check') },
  ),
  keys('keys-held', {}, {}, full({ held: { redacted: 'sk-admin-…w8ZP', why: 'disk-full' } })),
  keys('withdrawn', {}, {}, full({ withdrawn: ['https://api.openai.com/*'] })),
  page('unsent', key(record)),
  page('sent', sent, { forced: true }),
  page('sent-open', sent, { act: unfold }),
  page('bare', withoutRecipe),
  page(
    'two-places',
    key({
      ...record,
      deliveries: [
        arrived,
        delivery({
          id: 'delivery-2',
          destinationId: 'github-1',
          label: 'northwind/very-long-repository-name-for-the-data-platform',
          state: 'failed',
          reason: 'destination_credentials',
        }),
      ],
      verification: proved({ report: REPORTS.excess }),
    }),
    { act: unfold },
  ),
  page('edit', sent, { act: (at) => press(at, 'ui.record.edit') }),
  page('discard', sent, { act: (at) => press(at, 'ui.discard.discard') }),
  page('missing', key({ damage: 'missing' })),
  app('key-loading', '#keys/key-1', { 'app/state': full(), 'key/view': NEVER }),
  app('key-gone', '#keys/key-0', { 'app/state': full(), 'key/view': null }),
  app('key-failed', '#keys/key-1', { 'app/state': full(), 'key/view': fails('vault_unreadable') }),
];
