import type { AppState, DeliveryView, KeyView, VerificationView } from '@/lib/domain/views';
import {
  arrived,
  delivery,
  full,
  key,
  MINUTE,
  places,
  portal,
  proved,
  REPORTS,
  withoutRecipe,
} from '../facts.ts';
import { NOW } from '../studio.ts';
import { fails, NEVER, press, unfold, type View } from '../view.ts';

const questions = [
  { method: 'GET', path: '/v1/organization/costs?start_time=1732147200&limit=1' },
  { method: 'GET', path: '/v1/organization/projects?limit=1' },
  { method: 'POST', path: '/v1/organization/projects' },
] as const;

/** A key as the popup shows it after it was captured. */
const popup = (name: string, one: Partial<KeyView>, more: Partial<View> = {}, app = {}): View => {
  const current = { ...key(), ...one };
  const state: AppState = full({
    keys: [current],
    currentKeyId: current.id,
    destinations: [portal],
    ...app,
  });
  return {
    name: `popup/key-${name}`,
    page: 'popup',
    ...more,
    answers: {
      'app/state': state,
      'verification/questions': questions,
      'delivery/plan': { name: 'prod/doit/OPENAI_ADMIN_KEY', plan: { action: 'create' } },
      ...more.answers,
    },
  };
};

const sending = (more: Partial<DeliveryView>) => ({ deliveries: [delivery(more)] });
const checking: VerificationView = { state: 'checking', progress: { done: 3, total: 8 } };
const stopped = (reason: NonNullable<DeliveryView['reason']>, more: Partial<DeliveryView> = {}) =>
  sending({ state: 'waiting', reason, ...more });
const done = (verification: VerificationView, more: Partial<DeliveryView> = {}) => ({
  deliveries: [{ ...arrived, ...more }],
  verification,
});
const inAws = { destinations: places };
const aws = { destinationId: 'aws-1', label: 'Production (AWS)' };

/** The popup with a key in front, in each state of its way. */
export const keyViews: readonly View[] = [
  popup('captured', {}, { forced: true }),
  popup('warnings', {
    permission: 'all',
    warnings: ['wrong_key_kind', 'all_permissions', 'more_than_needed', 'less_than_needed'],
  }),
  popup('choices', {}, {}, inAws),
  popup(
    'chosen',
    {},
    { act: (page) => page.locator('.choice-option input').nth(1).check() },
    inAws,
  ),
  popup('not-catalogue', { fromCatalogue: false }, {}, inAws),
  popup('no-place', {}, {}, { destinations: [] }),
  popup('none-fits', { kind: 'project', recipeId: 'nexla' }, {}, { destinations: [portal] }),
  popup('without-recipe', withoutRecipe, {}, inAws),
  popup('sending', { ...sending({ state: 'queued', ...aws }), verification: checking }, {}, inAws),
  popup(
    'writing',
    { ...sending({ plan: { action: 'new-version' }, ...aws }), verification: checking },
    { forced: true },
    inAws,
  ),
  popup(
    'confirming',
    {
      ...sending({ state: 'confirming', plan: { action: 'create' }, ...aws }),
      verification: {
        state: 'waiting',
        reason: 'too_fresh',
        scope: 'api.usage.read',
        retryAt: NOW + MINUTE,
      },
    },
    {},
    inAws,
  ),
  popup('portal-open', sending({ stage: 'open' })),
  popup('portal-fill', sending({ stage: 'fill' })),
  popup('portal-test', sending({ stage: 'test' })),
  popup('portal-testing', sending({ stage: 'testing', state: 'confirming' })),
  popup('portal-finish', sending({ stage: 'finish', state: 'confirming' })),
  popup('unread', sending({ state: 'waiting', reason: 'product_test_unread' })),
  popup('locked-meanwhile', stopped('vault_locked')),
  popup('access', stopped('permission_needed')),
  popup('offline', stopped('unreachable', aws), {}, inAws),
  popup('paused', stopped('paused', aws), {}, inAws),
  popup('cancelled', sending({ state: 'failed', reason: 'cancelled' })),
  popup('test-failed', sending({ state: 'failed', reason: 'product_test_failed' })),
  popup('refused', sending({ state: 'failed', reason: 'destination_refused', ...aws }), {}, inAws),
  popup(
    'retry-failed',
    stopped('rate_limited', aws),
    {
      answers: { 'delivery/retry': fails('internal') },
      act: (page) => press(page, 'ui.tryAgain'),
    },
    inAws,
  ),
  popup('conflict', stopped('destination_conflict', aws), {}, inAws),
  popup(
    'conflict-replace',
    stopped('destination_conflict', {
      ...aws,
      plan: { action: 'conflict', by: 'arn:aws:iam::123456789012:user/ada', at: NOW - 3 * MINUTE },
    }),
    { act: (page) => press(page, 'ui.replace.replace') },
    inAws,
  ),
  popup('file', sending({ destinationId: 'file-1', label: 'Plain .env file' }), {}, inAws),
  popup('done', done(proved()), { forced: true }, inAws),
  popup('done-partly', done(proved({ report: REPORTS.partly })), { act: unfold }, inAws),
  popup('done-excess', done(proved({ report: REPORTS.excess })), { act: unfold }, inAws),
  popup(
    'done-missing',
    done({
      ...proved({ report: REPORTS.missing, outcome: 'rejected' }),
      reason: 'missing_scope',
      scope: 'api.usage.read',
    }),
    {},
    inAws,
  ),
  popup('done-revoked', done(proved({ outcome: 'rejected', reason: 'revoked' })), {}, inAws),
  popup('done-unsure', done(proved({ outcome: 'indeterminate', reason: 'proxy' })), {}, inAws),
  popup(
    'done-drift',
    done(proved({ drifts: { 'delivery-1': { what: 'changed', at: NOW - MINUTE } } })),
    {},
    inAws,
  ),
  popup(
    'done-elsewhere',
    done(
      proved({
        owner: { organization: 'org-1', organizations: [{ id: 'org-1', title: 'Contoso' }] },
        shown: { organization: 'Northwind Traders Research and Development' },
      }),
    ),
    {},
    inAws,
  ),
  popup(
    'done-rotation',
    {
      ...done(proved()),
      replaces: { id: 'key-0', redacted: 'sk-admin-…old1', name: 'DoiT 2026-08-21' },
    },
    {},
    { ...inAws, backup: { offer: true } },
  ),
  popup(
    'usage',
    done(proved()),
    {
      answers: {
        'verification/usage': {
          currency: 'USD',
          days: Array.from({ length: 14 }, (_, day) => ({
            at: Date.UTC(2026, 10, 8 + day),
            cost: [0, 3.2, 5.75, 12.4, 0.02][day % 5] ?? 0,
            requests: day * 1234,
          })),
        },
      },
      act: async (page) => {
        await press(page, 'ui.check.usage.show');
        await page.locator('figure').waitFor();
        await unfold(page);
      },
    },
    inAws,
  ),
  popup(
    'usage-failed',
    done(proved()),
    {
      answers: { 'verification/usage': { failed: 'network' } },
      act: (page) => press(page, 'ui.check.usage.show'),
    },
    inAws,
  ),
  popup(
    'take-back',
    done(proved()),
    {
      answers: { 'delivery/plan-undo': { undo: 'restore' } },
      act: async (page) => {
        await unfold(page);
        await press(page, 'ui.undo.takeBack');
      },
    },
    inAws,
  ),
  popup('undo-waits', done(proved(), { state: 'undoing', reason: 'unreachable' }), {}, inAws),
  popup('damaged', { damage: 'damaged' }),
  popup('older-copy', { damage: 'older', lostFacts: 2 }),
  popup(
    'copied',
    {},
    {},
    { copied: { itemId: 'key-1', until: NOW + 25_000, state: 'waiting' as const } },
  ),
  popup(
    'revealed',
    {},
    {
      answers: { 'key/reveal': { text: `sk-admin-${'FAKE'.repeat(36)}` } },
      act: async (page) => {
        await press(page, 'ui.reveal.more');
        await page.locator('.reveal input').fill('seven quiet ferries at dawn');
        await press(page, 'ui.reveal.show');
        await page.locator('.key-clear:not([hidden])').waitFor();
      },
    },
  ),
  popup(
    'reveal-wrong',
    {},
    {
      answers: { 'key/reveal': fails('wrong_passphrase') },
      act: async (page) => {
        await press(page, 'ui.reveal.more');
        await page.locator('.reveal input').fill('wrong');
        await press(page, 'ui.reveal.show');
      },
    },
  ),
  popup(
    'looking',
    {},
    { answers: { 'delivery/plan': NEVER } },
    { destinations: places.slice(1, 2) },
  ),
];
