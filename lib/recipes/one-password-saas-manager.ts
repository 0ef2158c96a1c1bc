import type { Recipe } from './recipe';

const common = {
  product: '1Password SaaS Manager',
  source: {
    title: 'OpenAI Platform',
    url: 'https://help.trelica.com/hc/en-us/articles/36920079251101-OpenAI-Platform',
    read: '2026-11-21',
  },
  needs: { openai: 'owner', product: 'A SaaS Manager user who may connect integrations.' },
  place: 'Integrations › OpenAI Platform › Connect › the field for the Admin API key',
} as const satisfies Partial<Recipe>;

const audit = {
  row: 'Audit Logs Scope',
  choice: 'Read',
  reason: 'SaaS Manager shows account activity, which is in the audit logs.',
  optional: false,
} as const;
const usage = {
  row: 'Usage API Scope',
  choice: 'Read',
  reason: 'SaaS Manager records how much is used.',
  optional: false,
} as const;

/** SaaS Manager, watching. Its page gives these rows as the alternative to Read only. */
export const onePasswordSaasManager: Recipe = {
  ...common,
  id: 'one-password-saas-manager',
  purpose: 'account activity',
  key: {
    kind: 'admin',
    name: '1Password SaaS Manager {date}',
    permission: 'restricted',
    reason:
      'SaaS Manager reads activity and usage. Its page allows these rows instead of Read only.',
    rows: [
      audit,
      usage,
      {
        row: 'Organization Administration',
        choice: 'Read',
        reason: 'SaaS Manager matches activity to the organization’s users.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  proof: { by: 'first-data', note: 'Select the checkbox Account activity only.' },
  instead: {
    id: 'one-password-saas-manager-provisioning',
    when: 'SaaS Manager is to add and remove users.',
  },
};

/** SaaS Manager, adding and removing users. Its page names All first; the rows do. */
export const onePasswordSaasManagerProvisioning: Recipe = {
  ...common,
  id: 'one-password-saas-manager-provisioning',
  purpose: 'adding and removing users',
  key: {
    kind: 'admin',
    name: '1Password SaaS Manager users {date}',
    permission: 'restricted',
    reason: 'SaaS Manager’s page names All and, as enough, these rows.',
    rows: [
      audit,
      usage,
      {
        row: 'Organization Administration',
        choice: 'Write',
        reason:
          'SaaS Manager adds and removes users. The same row can also create and delete keys.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  proof: { by: 'first-data', note: 'Select every checkbox of the integration.' },
  instead: { id: 'one-password-saas-manager', when: 'SaaS Manager only needs to watch.' },
};
