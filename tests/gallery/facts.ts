import { compareScopes, type Finding } from '@/lib/domain/permission-report';
import { ADMIN_ROWS } from '@/lib/domain/scopes';
import type {
  AppState,
  DeliveryView,
  DestinationView,
  KeyView,
  PasskeyView,
  RecipeView,
  VerificationView,
} from '@/lib/domain/views';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import * as fixtures from '../unit/components/fixtures.ts';
import { NOW } from './studio.ts';

/** What the views of the gallery are made of. Texts are as long as real ones get. */

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export const recipes: readonly RecipeView[] = CATALOGUE.map((recipe) => ({
  id: recipe.id,
  product: recipe.product,
  purpose: recipe.purpose,
  keyKind: recipe.key.kind,
  origin: 'catalogue',
}));

/** An unlocked vault without keys. */
export const state = (more: Partial<AppState> = {}): AppState =>
  fixtures.state({ recipes, destinations: [portal], ...more });

/** A DoiT key that was not sent yet. */
export const key = (more: Partial<KeyView> = {}): KeyView =>
  fixtures.key({
    name: 'DoiT 2026-11-21',
    permission: 'restricted',
    expiration: '90 days',
    expiresAt: NOW + 90 * DAY,
    organization: 'Northwind Traders Research and Development',
    createdAt: NOW - 4 * MINUTE,
    ...more,
  });

/** A delivery to DoiT's own form. */
export const delivery = (more: Partial<DeliveryView> = {}): DeliveryView =>
  fixtures.delivery({ createdAt: NOW - 2 * MINUTE, updatedAt: NOW - MINUTE, ...more });

/** A delivery that arrived in AWS. */
export const arrived = delivery({
  destinationId: 'aws-1',
  label: 'Production (AWS)',
  state: 'confirmed',
  proof: 'value',
  plan: { action: 'create' },
  receipt: {
    reference: 'prod/doit/OPENAI_ADMIN_KEY',
    version: '6a1f0c52-8c7e-4b39-b9ea-2f5d8c1e7a40',
    at: NOW - MINUTE,
    proof: 'value',
  },
});

const ALL = ADMIN_ROWS.flatMap(({ choices }) => Object.values(choices).at(-1) ?? []);
const found = (
  granted: readonly string[],
  unknown: readonly string[] = [],
): Readonly<Record<string, Finding>> => {
  const of = (scope: string): Finding =>
    granted.includes(scope) ? 'granted' : unknown.includes(scope) ? 'unknown' : 'denied';
  return Object.fromEntries(ALL.map((scope) => [scope, of(scope)]));
};
const NEED = {
  needed: ['api.usage.read'],
  optional: ['api.management.read'],
  kind: 'admin',
} as const;

/** What OpenAI found of a DoiT key. */
export const REPORTS = {
  right: compareScopes(NEED, found(['api.usage.read', 'api.management.read']), ALL),
  partly: compareScopes(
    NEED,
    found(['api.usage.read'], ['api.fine_tuning.checkpoints.write', 'api.management.write']),
    ALL,
  ),
  missing: compareScopes(NEED, found(['api.audit_logs.read']), ALL),
  excess: compareScopes(
    NEED,
    found(['api.usage.read', 'api.management.read', 'api.management.write', 'api.audit_logs.read']),
    ALL,
  ),
};

/** A proof that came to a yes. */
export function proved(more: Partial<VerificationView> = {}): VerificationView {
  return {
    state: 'done',
    outcome: 'verified',
    checkedAt: NOW - MINUTE,
    report: REPORTS.right,
    organization: 'org-northwind',
    ...more,
  };
}

export const portal: DestinationView = {
  id: 'portal:doit',
  label: 'DoiT',
  adapter: 'portal',
  origins: ['https://console.doit.com/*'],
  allowed: false,
  accepts: ['admin'],
  fromCatalogue: true,
};

const everything = ['admin', 'project', 'service-account', 'legacy'] as const;
const place = (
  id: string,
  label: string,
  adapter: DestinationView['adapter'],
  more: Partial<DestinationView> = {},
): DestinationView => ({
  id,
  label,
  adapter,
  origins: ['https://secretsmanager.eu-central-1.amazonaws.com/*'],
  allowed: true,
  accepts: everything,
  fromCatalogue: true,
  ...more,
});

/** One of each kind. */
export const places: readonly DestinationView[] = [
  portal,
  place('aws-1', 'Production (AWS)', 'aws-secrets-manager'),
  place('ssm-1', 'Staging parameters', 'aws-parameter-store', { allowed: false }),
  place('vault-1', 'The platform team’s Vault in Frankfurt', 'vault-kv', {
    origins: ['https://vault.platform.northwind.example/*'],
    endsAt: NOW + DAY,
  }),
  place('github-1', 'northwind/very-long-repository-name-for-the-data-platform', 'github-actions', {
    origins: ['https://api.github.com/*'],
  }),
  place('nexla-1', 'Nexla', 'nexla', {
    origins: ['https://dataops.nexla.io/*'],
    accepts: ['project', 'service-account'],
  }),
  place('hook-1', 'Deploy hook', 'webhook', { origins: ['https://hooks.northwind.example/*'] }),
  place('file-1', 'Plain .env file', 'file', { origins: [], isPlain: true }),
];

export const passkeys: readonly PasskeyView[] = [
  { id: 'passkey-1', createdAt: NOW - 40 * DAY, credentialId: 'AAAA', salt: 'AAAA' },
  { id: 'passkey-2', createdAt: NOW - 3 * DAY, credentialId: 'BBBB', salt: 'BBBB' },
];

/** A key that was pasted, for nothing in particular. */
export const withoutRecipe: KeyView = (() => {
  const { recipeId: _id, product: _product, fromCatalogue: _from, ...rest } = key();
  return {
    ...rest,
    id: 'key-3',
    kind: 'service-account',
    redacted: 'sk-svcacct-…Tt01',
    name: 'ci-nightly-evaluation-of-all-models',
    permission: 'all',
    createdAt: NOW - 20 * DAY,
    warnings: ['all_permissions'],
    deliveries: [delivery({ state: 'failed', reason: 'destination_refused' })],
  };
})();

/** Keys in every condition. */
export const manyKeys: readonly KeyView[] = [
  key({ verification: proved(), deliveries: [arrived] }),
  key({
    id: 'key-2',
    kind: 'project',
    redacted: 'sk-proj-…9fQa',
    name: 'Bubble 2026-11-20',
    recipeId: 'bubble',
    product: 'Bubble',
    project: 'Customer support assistant (production)',
    createdAt: NOW - DAY,
    expiresAt: NOW + 3 * DAY,
    tags: ['production', 'owner: Ada'],
    verification: proved({ outcome: 'rejected', reason: 'revoked' }),
  }),
  withoutRecipe,
  key({
    id: 'key-4',
    kind: 'legacy',
    redacted: 'sk-…00Xx',
    name: 'Old key',
    product: 'Innoslate',
    recipeId: 'innoslate-chat',
    createdAt: NOW - 300 * DAY,
    expiresAt: NOW - DAY,
    damage: 'older',
    deliveries: [delivery({ state: 'sent' })],
  }),
];

/** A vault with keys in every condition and a place of each kind. */
export const full = (more: Partial<AppState> = {}): AppState =>
  state({
    keys: manyKeys,
    keyCount: manyKeys.length,
    destinations: places,
    recentRecipeIds: ['doit', 'bubble'],
    backup: { offer: false, savedAt: NOW - 9 * DAY },
    ...more,
  });
