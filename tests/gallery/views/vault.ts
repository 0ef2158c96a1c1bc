import type { BackupContents } from '@/lib/domain/backup';
import type { AppState } from '@/lib/domain/views';
import type { ActivityAnswers, ActivityEntry } from '@/lib/messaging/activity-messages';
import { DAY, full, passkeys, state } from '../facts.ts';
import { NOW } from '../studio.ts';
import { fails, NEVER, press, type, type View } from '../view.ts';

const view = (name: string, hash: string, app: AppState, more: Partial<View> = {}): View => ({
  name: `app/${name}`,
  page: 'app',
  hash,
  ...more,
  answers: { 'app/state': app, ...more.answers },
});

const WHAT: readonly (readonly [ActivityEntry['what'], Partial<ActivityEntry>])[] = [
  ['verified', {}],
  ['confirmed', { place: 'Production (AWS)' }],
  ['sent', { place: 'Production (AWS)' }],
  ['delivery_failed', { place: 'The platform team’s Vault', reason: 'destination_refused' }],
  ['rejected', { reason: 'revoked' }],
  ['indeterminate', { reason: 'proxy' }],
  ['captured', {}],
  ['revealed', {}],
  ['copied', {}],
  ['discarded', {}],
  ['restored', {}],
  ['guide_finished', { place: 'DoiT' }],
  ['destination_added', { place: 'The platform team’s Vault in Frankfurt' }],
  ['destination_removed', { place: 'Old AWS account' }],
  ['recipe_imported', { place: 'Weather Desk' }],
  ['backup_saved', {}],
  ['passkey_added', {}],
  ['passphrase_changed', {}],
  ['unlock_failed', { reason: 'wrong_passphrase' }],
  ['unlocked', {}],
  ['locked', {}],
  ['vault_created', {}],
];
const ofKey = (what: string) => !/vault|lock|pass|backup|recipe|destination/.test(what);
const log: ActivityAnswers['activity/list'] = {
  entries: WHAT.map(([what, more], at) => ({
    seq: 1_022 - at,
    entry: {
      at: NOW - at * 3_600_000,
      what,
      ...(ofKey(what) ? { itemId: 'key-1', redacted: 'sk-admin-…w8ZP' } : {}),
      ...more,
    },
  })),
  total: 1_022,
  more: true,
};
const whole = { problems: [], gone: 0, begunAt: NOW - 90 * DAY, vaultCreatedAt: NOW - 90 * DAY };
const activity = (name: string, answers: View['answers'], hash = '#activity') =>
  view(`activity${name}`, hash, full(), {
    answers: { 'activity/list': log, 'activity/check': whole, ...answers },
  });

const contents: BackupContents = {
  format: 'keyferry-backup',
  v: 1,
  madeAt: NOW,
  keys: [],
  destinations: [],
  recipes: [],
  unreadable: 2,
};
const code = ['FAKE0', 'FAKE1', 'FAKE2', 'FAKE3', 'FAKE4', 'FAKE5'].join('-');
const missing = state({ vault: 'missing' });
const locked = (more: Partial<AppState> = {}) => state({ vault: 'locked', ...more });

/** The log, the settings, and the ways back to a vault. */
export const vaultViews: readonly View[] = [
  view('waiting', '', state(), { answers: { 'app/state': NEVER } }),
  view('failed', '', state(), { answers: { 'app/state': fails('internal') } }),
  view('setup', '', missing),
  view('setup-strength', '', missing, {
    act: (page) => type(page, 'ui.setup.passphrase', 'correct horse'),
  }),
  view('setup-wrong', '', missing, {
    act: async (page) => {
      await type(page, 'ui.setup.passphrase', 'short');
      await press(page, 'ui.setup.create');
    },
  }),
  view('setup-failed', '', missing, {
    answers: { 'vault/create': fails('disk_full') },
    act: async (page) => {
      await type(page, 'ui.setup.passphrase', 'seven quiet ferries at dawn');
      await type(page, 'ui.setup.repeat', 'seven quiet ferries at dawn');
      await press(page, 'ui.setup.create');
    },
  }),
  view('palette', '#settings', full(), {
    act: async (page) => {
      await press(page, 'ui.palette.open');
      // It is loaded when it opens.
      await page.getByRole('menuitem').first().waitFor();
    },
  }),
  view('palette-none', '#settings', full(), {
    act: async (page) => {
      await press(page, 'ui.palette.open');
      await page.locator('dialog input, [role="dialog"] input').fill('zebra');
    },
  }),
  view('locked', '', locked({ passkeys }), { forced: true }),
  view('broken', '', state({ vault: 'broken', trouble: 'vault_unreadable' })),
  view('rescue', '#recovery', state({ vault: 'broken', trouble: 'vault_unreadable' })),
  activity('', {}),
  activity('-one-key', {}, '#activity/key-1'),
  activity('-empty', { 'activity/list': { entries: [], total: 0, more: false } }),
  activity('-loading', { 'activity/list': NEVER, 'activity/check': NEVER }),
  activity('-failed', {
    'activity/list': fails('vault_unreadable'),
    'activity/check': fails('vault_unreadable'),
  }),
  activity('-changed', {
    'activity/list': { ...log, entries: [{ seq: 1_023 }, ...log.entries] },
    'activity/check': {
      ...whole,
      problems: [
        { kind: 'changed', from: 1_020, to: 1_020 },
        { kind: 'missing', from: 900, to: 911 },
        { kind: 'added', from: 1_022, to: 1_022 },
      ],
      broken: {
        at: NOW - 30 * DAY,
        upTo: 812,
        problems: [{ kind: 'end-changed', from: 812, to: 812 }],
      },
      gone: 400,
      begunAt: NOW - 60 * DAY,
    },
  }),
  view('settings', '#settings', full({ passkeys }), { forced: true }),
  view('settings-passphrase', '#settings/passphrase', full(), {
    act: (page) => press(page, 'ui.passphrase.change'),
  }),
  view('settings-passphrase-wrong', '#settings/passphrase', full(), {
    act: async (page) => {
      await press(page, 'ui.passphrase.change');
      await press(page, 'ui.passphrase.change');
    },
  }),
  view('settings-passkey-remove', '#settings/passkeys', full({ passkeys }), {
    act: (page) => press(page, 'ui.passkeys.remove'),
  }),
  view('recovery', '#recovery', full()),
  view('recovery-damaged', '#recovery', full({ backup: { offer: true, damaged: true } })),
  view('recovery-wrong', '#recovery', full(), {
    answers: { 'backup/make': fails('wrong_passphrase') },
    act: async (page) => {
      await type(page, 'ui.unlock.passphrase', 'wrong');
      await press(page, 'ui.recovery.make');
    },
  }),
  view('recovery-made', '#recovery', full(), {
    answers: { 'backup/make': { contents, code } },
    act: async (page) => {
      await type(page, 'ui.unlock.passphrase', 'seven quiet ferries at dawn');
      await press(page, 'ui.recovery.make');
      await press(page, 'ui.recovery.saveFile');
    },
  }),
  view('restore', '#restore', full()),
  view('restore-wrong', '#restore', state({ vault: 'missing' }), {
    act: async (page) => {
      await type(page, 'ui.restore.code', 'ABCDE-12345');
      await press(page, 'ui.restore.readIt');
    },
  }),
  view('forgot', '#forgot', locked()),
  view('start-over', '#forgot', locked(), {
    answers: { 'vault/stakes': { keys: 3, destinations: 2, savedAt: NOW - 9 * DAY } },
    act: async (page) => {
      await press(page, 'ui.startOver.title');
      await press(page, 'ui.startOver.do');
    },
  }),
];
