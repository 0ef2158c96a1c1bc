/** A plain page, and what on it is truly what. Anchors that are not named must not be found. */
export interface PlainPage {
  readonly file: string;
  readonly url: string;
  /** Anchor → selector of the right elements, any of which is right. */
  readonly must?: Readonly<Record<string, string>>;
  readonly may?: Readonly<Record<string, string>>;
}

const KEYS = 'https://platform.openai.com/api-keys';
const ADMIN_KEYS = 'https://platform.openai.com/settings/organization/admin-keys';

/**
 * Pages in the manner of each library's own documentation and of other products, decided by hand.
 * The foreign ones are given the address of the keys page where that is the harder case.
 */
export const PLAIN_PAGES: readonly PlainPage[] = [
  // A person's name, not a key's.
  { file: 'radix-edit-profile.html', url: KEYS },
  // Takes away an account, not a key.
  { file: 'headless-ui-deactivate.html', url: KEYS },
  { file: 'react-aria-sign-up.html', url: KEYS },
  // "All" notifications, not all permissions.
  { file: 'base-ui-notifications.html', url: KEYS },
  { file: 'mui-subscribe.html', url: KEYS },
  { file: 'native-favourite-animal.html', url: KEYS },
  // Makes a project, in a dialog with a Name, All, Restricted, Cancel and Create.
  {
    file: 'new-project-dialog.html',
    url: 'https://platform.openai.com/settings/organization/projects',
  },
  // Tokens of other products are no keys of OpenAI.
  { file: 'other-product-tokens.html', url: 'https://app.example.com/account/tokens' },
  { file: 'code-host-token-form.html', url: 'https://code.example.com/settings/tokens/new' },
  // Its button does create a secret key, though another product's.
  {
    file: 'payments-keys.html',
    url: 'https://dashboard.pay.example/apikeys',
    may: { 'open-create': '#create' },
  },
  {
    file: 'other-model-console.html',
    url: 'https://console.models.example/keys',
    may: {
      'open-create': '#open',
      'create-dialog': '#dialog',
      name: '#n',
      'submit-create': '#add',
      'cancel-create': '#cancel',
    },
  },
  {
    file: 'bootstrap-create.html',
    url: KEYS,
    must: {
      'create-dialog': '#modal,.modal-dialog,.modal-content',
      name: '#key-name',
      project: '#key-project',
      expiration: '#key-expiry',
      'permission-all': '#p1',
      'permission-restricted': '#p2',
      'permission-read-only': '#p3',
      'row:List models': '#r1',
      'row:Responses': '#r2',
      'row:Files': '#r3',
      'submit-create': '#submit',
      'cancel-create': '#cancel',
    },
    may: { 'open-create': '#open' },
  },
  {
    file: 'ant-drawer-create.html',
    url: ADMIN_KEYS,
    must: {
      'create-dialog': '#drawer,.ant-drawer-content-wrapper',
      name: '#f1',
      'permission-all': '#s1,label:has(#s1)',
      'permission-restricted': '#s2,label:has(#s2)',
      'permission-read-only': '#s3,label:has(#s3)',
      'submit-create': '#submit',
      'cancel-create': '#cancel',
    },
    may: { 'open-create': '#open' },
  },
  {
    file: 'plain-keys.html',
    url: KEYS,
    must: {
      'open-create': '#open',
      'key-row:DoiT usage': '#k1',
      'key-row:CI': '#k2',
      'row-edit': '#e1,#e2',
      'row-revoke': '#d1,#d2',
    },
  },
];
