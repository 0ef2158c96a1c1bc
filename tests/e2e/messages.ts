import { protocol, type MessageName, type SenderRule } from '@/lib/messaging/protocol';
import { fakeKey } from '../unit/fake-key.ts';

const backup = {
  format: 'keyferry-backup',
  v: 1,
  madeAt: 1,
  keys: [],
  destinations: [],
  recipes: [],
  unreadable: 0,
};
const DESTINATION = {
  adapter: 'aws-secrets-manager',
  label: 'Mine',
  settings: {
    region: 'us-east-1',
    secretName: 'stolen',
    accessKeyId: 'AKIAFAKEFAKEFAKE',
    secretAccessKey: 'fake-fake-fake-fake',
  },
};

const CHANGED = { destinationId: 'x', label: 'Mine', settings: DESTINATION.settings };

/** A well-formed message of each name, so that only its sender can be the reason for a no. */
export const MESSAGES: Readonly<Record<MessageName, object>> = {
  'app/state': {},
  'vault/create': { passphrase: 'somebody else’s passphrase' },
  'vault/unlock': { passphrase: 'somebody else’s passphrase' },
  'vault/prove': { proof: { passphrase: 'somebody else’s passphrase' } },
  'vault/lock': {},
  'vault/check': {},
  'vault/change-passphrase': {
    proof: { passphrase: 'somebody else’s passphrase' },
    to: 'a passphrase of their own',
  },
  'vault/add-passkey': {
    proof: { passphrase: 'somebody else’s passphrase' },
    passkey: {
      credentialId: 'RkFLRQ==',
      salt: 'RkFLRQ==',
      prf: Buffer.alloc(32, 'FAKE').toString('base64'),
    },
  },
  'vault/remove-passkey': { proof: { prf: Buffer.alloc(32, 'FAKE').toString('base64') }, id: 'x' },
  'vault/locking': { idleMinutes: 60, mostHours: 24, withComputer: false },
  'guide/start': { recipeId: 'doit' },
  'guide/edit': { itemId: 'x' },
  'guide/revoke': { itemId: 'x' },
  'guide/return': {},
  'guide/end': {},
  'key/save-visible': {},
  'key/paste': { text: fakeKey('admin', 'PASTED') },
  'key/save-held': {},
  'key/reveal': { itemId: 'x', passphrase: 'somebody else’s passphrase' },
  'key/copied': { itemId: 'x' },
  'key/uncopied': { itemId: 'x' },
  'key/dismiss': { itemId: 'x' },
  'keys/list': { query: '', sort: { by: 'saved', descending: true }, offset: 0, limit: 25 },
  'key/view': { itemId: 'x' },
  'key/edit': { itemId: 'x', note: '', tags: '' },
  'key/keep': { itemId: 'x' },
  'key/discard': { itemId: 'x' },
  'key/restore': { itemId: 'x' },
  'delivery/send': { itemId: 'x', destinationId: 'portal:doit' },
  'delivery/plan': { itemId: 'x', destinationId: 'portal:doit' },
  'delivery/retry': { deliveryId: 'x' },
  'delivery/replace': { deliveryId: 'x' },
  'delivery/pause': { deliveryId: 'x' },
  'delivery/pause-all': {},
  'delivery/cancel': { deliveryId: 'x' },
  'delivery/plan-undo': { deliveryId: 'x' },
  'delivery/undo': { deliveryId: 'x' },
  'delivery/file': { deliveryId: 'x' },
  'delivery/saved': { deliveryId: 'x' },
  'delivery/vouch': { deliveryId: 'x', passed: true },
  'verification/again': { itemId: 'x' },
  'verification/questions': { itemId: 'x' },
  'verification/settings': { getOnly: true, every: 'off', notify: false },
  'destination/save': DESTINATION,
  'destination/test': DESTINATION,
  'destination/read': { destinationId: 'x' },
  'destination/update': CHANGED,
  'destination/test-update': CHANGED,
  'destination/remove': { destinationId: 'x' },
  'destination/webhook-pair': {},
  'recipe/read': { recipeId: 'doit' },
  'recipe/fetch': { url: 'https://example.com/recipe.json' },
  'recipe/preview': { text: '{}', from: 'recipe.json' },
  'recipe/import': { text: '{}', from: 'recipe.json', secondDecision: true },
  'recipe/save': {
    recipe: {
      product: 'Mine',
      purpose: 'chat',
      kind: 'project',
      permission: 'all',
      reason: 'Because.',
      rows: [],
      name: 'Mine',
      place: 'Here',
    },
  },
  'recipe/remove': { recipeId: 'x' },
  'backup/make': { passphrase: 'somebody else’s passphrase' },
  'backup/rescue': { passphrase: 'somebody else’s passphrase' },
  'backup/saved': {},
  'backup/put-off': {},
  'backup/compare': { contents: backup },
  'backup/restore': { contents: backup, overwrite: ['x'] },
  'vault/stakes': {},
  'vault/start-over': { decided: true },
  'page/hello': {},
  'key/visible': { lastFour: 'FAKE' },
  'key/capture': { value: fakeKey('admin', 'OFFERED'), pressed: false },
  'key/gone': {},
  'guide/brief': {},
  'guide/report': { step: 1, total: 1, sentence: '' },
  'guide/armed': {},
  'guide/hands': {},
  'key/listed': { trackingId: 'key_FAKE0123' },
  'guide/again': {},
  'guide/stop': {},
  'portal/address': { destinationId: 'portal:innoslate', address: 'https://elsewhere.example' },
  'portal/brief': {},
  'portal/fill': {},
  'portal/again': {},
  'portal/show-key': {},
  'portal/report': { report: 'passed' },
  'activity/list': { limit: 10 },
  'activity/check': {},
};

/** The name of every message that the background answers. */
export const NAMES = Object.keys(protocol) as MessageName[];

/** The names of the messages that one of these senders may send. */
export function allowedTo(...senders: readonly SenderRule[]): MessageName[] {
  return NAMES.filter((name) =>
    (protocol[name].from as readonly SenderRule[]).some((each) => senders.includes(each)),
  );
}
