import type { AppState, SavedDestination } from '@/lib/domain/views';
import type { AdapterId } from '@/lib/domain/naming';
import { DAY, full, places, portal, state } from '../facts.ts';
import { NOW } from '../studio.ts';
import { fails, NEVER, press, type, type View } from '../view.ts';

const view = (name: string, app: AppState, more: Partial<View> = {}): View => ({
  name: `app/destinations${name}`,
  page: 'app',
  hash: '#destinations',
  ...more,
  answers: { 'app/state': app, ...more.answers },
});
const KINDS: readonly AdapterId[] = [
  'aws-secrets-manager',
  'aws-parameter-store',
  'vault-kv',
  'github-actions',
  'nexla',
  'webhook',
  'file',
];
const saved: SavedDestination = {
  adapter: 'aws-secrets-manager',
  label: 'Production (AWS)',
  settings: {
    region: 'eu-central-1',
    accessKeyId: 'ASIAFAKEFAKEFAKEFAKE',
    secretName: 'prod/{product}/OPENAI_API_KEY',
  },
};
const change = (name: string, more: Partial<View>): View =>
  view(`-change${name}`, full(), {
    hash: '#destinations/aws-1',
    ...more,
    answers: { 'destination/read': saved, ...more.answers },
  });
const nowhere = { ...portal, id: 'portal:quolum', label: 'Quolum', home: 'https://app.quolum.com' };

/** The places that keys go to, and the form of each kind. */
export const placeViews: readonly View[] = [
  view('-empty', state({ destinations: [] })),
  view('', full(), { forced: true }),
  view(
    '-damaged',
    full({
      damagedDestinations: [
        { what: 'destination', id: 'aws-9', name: 'Old AWS account', health: 'damaged' },
        { what: 'destination', id: 'aws-8', name: '', health: 'missing' },
      ],
      destinations: places.map((each) => ({ ...each, endsAt: NOW - DAY })),
    }),
  ),
  view('-remove-failed', full(), {
    answers: { 'destination/remove': fails('vault_unreadable') },
    act: (page) => press(page, 'ui.destinations.remove'),
  }),
  view(
    '-removed',
    full({ removed: [{ kind: 'destination', id: 'aws-9', name: 'Old AWS account in Ireland' }] }),
  ),
  view('-address', full({ destinations: [nowhere] }), {
    act: async (page) => {
      await press(page, 'ui.address.change');
      await type(page, 'ui.address.label', 'ftp://nowhere');
      await press(page, 'ui.address.use');
    },
  }),
  ...KINDS.map((kind) =>
    view(`-new-${kind}`, state(), { act: (page) => press(page, `ui.placeKind.${kind}`) }),
  ),
  ...KINDS.map((kind) =>
    view(`-wrong-${kind}`, state(), {
      act: async (page) => {
        await press(page, `ui.placeKind.${kind}`);
        await press(page, 'ui.form.save');
      },
    }),
  ),
  view('-pair', state(), {
    answers: {
      'destination/webhook-pair': {
        secret: `whsk_${'FAKE'.repeat(22)}`,
        publicKey: `whpk_${'FAKE'.repeat(11)}`,
      },
    },
    act: async (page) => {
      await press(page, 'ui.placeKind.webhook');
      await press(page, 'ui.form.makePair');
    },
  }),
  view('-code', state(), {
    answers: {
      'destination/sign-in': {
        deviceCode: 'FAKE',
        userCode: 'WDJB-MJHT',
        page: 'https://github.com/login/device',
        interval: 5_000,
        endsAt: NOW + 900_000,
      },
    },
    act: async (page) => {
      await press(page, 'ui.placeKind.github-actions');
      await type(page, 'ui.field.githubClientId', 'Iv1.0123456789abcdef');
      await press(page, 'ui.signIn.start');
    },
  }),
  change('', {}),
  change('-loading', { answers: { 'destination/read': NEVER } }),
  change('-failed', { answers: { 'destination/read': fails('unknown_destination') } }),
  change('-passed', {
    answers: { 'destination/test-update': { endsAt: NOW + DAY } },
    act: (page) => press(page, 'ui.form.test'),
  }),
  change('-testing', {
    answers: { 'destination/test-update': NEVER },
    act: (page) => press(page, 'ui.form.test'),
  }),
  change('-not-passed', {
    answers: { 'destination/test-update': fails('destination_refused', 'PutSecretValue') },
    act: (page) => press(page, 'ui.form.test'),
  }),
];
