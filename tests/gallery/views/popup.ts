import type { AppState, HeldWhy } from '@/lib/domain/views';
import { full, passkeys, portal, recipes, state } from '../facts.ts';
import { NOW } from '../studio.ts';
import { fails, NEVER, press, type, type View } from '../view.ts';

const ownRecipes = [
  {
    id: 'own:1',
    product: 'Nightly report of the finance team',
    purpose: 'chat requests',
    keyKind: 'project',
    origin: 'own',
  },
  {
    id: 'imported:1',
    product: 'Weather Desk',
    purpose: 'images and speech',
    keyKind: 'project',
    origin: 'imported',
  },
] as const;
const held = (why: HeldWhy) => ({ redacted: 'sk-admin-…w8ZP', why });
const popup = (name: string, app: AppState, more: Partial<View> = {}): View => ({
  name: `popup/${name}`,
  page: 'popup',
  ...more,
  answers: { 'app/state': app, ...more.answers },
});
const guide = {
  recipeId: 'doit',
  product: 'DoiT',
  tabId: 1,
  step: 4,
  total: 6,
  sentence: 'Set “Usage API Scope” to Read',
  isAway: false,
};
const locked = (more: Partial<AppState> = {}) => state({ vault: 'locked', ...more });

/** The popup without a key in front: what it says depends on the vault and on the tab. */
export const popupViews: readonly View[] = [
  popup('waiting', state(), { answers: { 'app/state': NEVER } }),
  popup('failed', state(), { answers: { 'app/state': fails('internal') } }),
  popup('setup', state({ vault: 'missing' }), { forced: true }),
  popup('setup-held', state({ vault: 'missing', held: held('no-vault') })),
  popup('setup-next', state({ vault: 'missing', pendingRecipeId: 'one-password-saas-manager' })),
  popup('locked', locked(), { forced: true }),
  popup('locked-passkey', locked({ passkeys, sealedWhileLocked: 2 })),
  popup('locked-wrong', locked({ passkeys }), {
    answers: { 'vault/unlock': fails('wrong_passphrase') },
    act: async (page) => {
      await type(page, 'ui.setup.passphrase', 'wrong');
      await press(page, 'ui.unlock.unlock');
    },
  }),
  popup('locked-wait', locked({ nextTryAt: NOW + 45_000, passkeys })),
  popup('broken', state({ vault: 'broken', trouble: 'vault_newer' })),
  popup('broken-blocked', state({ vault: 'broken', trouble: 'vault_blocked' })),
  popup('held-full', state({ held: held('disk-full') })),
  popup('held-still', state({ held: held('unwritten') }), {
    answers: { 'key/save-held': fails('disk_full') },
    act: (page) => press(page, 'ui.held.retry'),
  }),
  popup('key-visible', state({ keyVisible: true }), { forced: true }),
  popup('key-visible-failed', state({ keyVisible: true }), {
    answers: { 'key/save-visible': fails('no_key_visible') },
    act: (page) => press(page, 'ui.visible.save'),
  }),
  popup('home-empty', state(), { forced: true }),
  popup('home', full()),
  popup('home-own', full({ recipes: [...ownRecipes, ...recipes] })),
  popup('home-searching', full(), { act: (page) => type(page, 'ui.home.search', 'usage') }),
  popup('home-no-match', full(), { act: (page) => type(page, 'ui.home.search', 'zebra') }),
  popup('home-starting', full(), {
    answers: { 'guide/start': NEVER },
    act: (page) => page.locator('.picker .row').first().click(),
  }),
  popup('home-failed', full(), {
    answers: { 'guide/start': fails('permission_needed', 'platform.openai.com') },
    act: (page) => page.locator('.picker .row').first().click(),
  }),
  popup('home-withdrawn', full({ withdrawn: ['https://platform.openai.com/*'] })),
  popup('guiding-opening', state({ guide: { ...guide, step: 1, sentence: '' } })),
  popup('guiding', state({ guide }), { forced: true }),
  popup('guiding-away', state({ guide: { ...guide, isAway: true } })),
  popup('paste', full(), { act: (page) => press(page, 'ui.home.have') }),
  popup('paste-wrong', full(), {
    answers: { 'key/paste': fails('truncated_key') },
    act: async (page) => {
      await press(page, 'ui.home.have');
      await type(page, 'ui.paste.key', 'sk-…');
      await press(page, 'ui.paste.save');
    },
  }),
  popup('paste-empty', full(), {
    act: async (page) => {
      await press(page, 'ui.home.have');
      await press(page, 'ui.paste.save');
    },
  }),
  popup('recent-key', full({ destinations: [portal] }), {
    act: (page) => page.locator('.popup-body > .stack > section .row').first().click(),
  }),
];
