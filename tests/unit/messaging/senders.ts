import type { Sender, SenderFacts } from '@/lib/messaging/sender';

/** The extension `own`, with a guide in tab 1 and a portal fill in tab 2. */
export const facts: SenderFacts = {
  ownId: 'own',
  ownRoot: 'chrome-extension://own/',
  guidedTabs: new Set([1]),
  portalTabs: new Map([[2, 'https://console.doit.com']]),
};

export const popup: Sender = { id: 'own', url: 'chrome-extension://own/popup.html' };
export const app: Sender = {
  id: 'own',
  url: 'chrome-extension://own/app.html#destinations',
  frameId: 0,
  tab: { id: 9 },
};
/** Our script in the guide's tab. */
export const dashboard: Sender = {
  id: 'own',
  url: 'https://platform.openai.com/settings/organization/admin-keys',
  frameId: 0,
  tab: { id: 1 },
  documentLifecycle: 'active',
};
/** Our script in the tab of a portal fill. */
export const portal: Sender = {
  ...dashboard,
  url: 'https://console.doit.com/assets?x=1',
  tab: { id: 2 },
};

const at = (url: string): Sender => ({ ...dashboard, url });

/** Who may say nothing at all. */
export const STRANGERS: readonly (readonly [who: string, sender: Sender])[] = [
  ['another extension’s page', { id: 'other', url: 'chrome-extension://other/popup.html' }],
  ['another extension that claims our page', { ...popup, id: 'other' }],
  ['another extension that claims the dashboard', { ...dashboard, id: 'other' }],
  ['another extension’s page under our id', { ...popup, url: 'chrome-extension://other/' }],
  ['an extension whose id begins with ours', { ...popup, url: 'chrome-extension://ownership/' }],
  ['our words in another address', at('https://evil.test/?chrome-extension://own/popup.html')],
  ['a page of ours inside another page', { ...app, frameId: 4, tab: { id: 1 } }],
  ['a sender without an id', { ...dashboard, id: undefined }],
  ['a sender without an address', { id: 'own', frameId: 0, tab: { id: 1 } }],
  ['a frame of the dashboard', { ...dashboard, frameId: 3 }],
  ['a frame that is not numbered', { ...dashboard, frameId: undefined }],
  ['a dashboard without a tab', { ...dashboard, tab: undefined }],
  ['a dashboard in a tab without a number', { ...dashboard, tab: {} }],
  ['a dashboard that is only prerendered', { ...dashboard, documentLifecycle: 'prerender' }],
  ['a dashboard that was left', { ...dashboard, documentLifecycle: 'cached' }],
  ['a portal that is only prerendered', { ...portal, documentLifecycle: 'prerender' }],
  ['a frame in the portal’s tab', { ...portal, frameId: 1 }],
  ['the portal’s origin in another tab', { ...portal, tab: { id: 3 } }],
  ['the portal’s host over http', { ...portal, url: 'http://console.doit.com/' }],
  ['a lookalike of the portal', { ...portal, url: 'https://console.doit.com.evil.test/' }],
  ['a lookalike host', at('https://platform.openai.com.evil.test/api-keys')],
  ['a host that ends alike', at('https://notplatform.openai.com/')],
  ['a host below it', at('https://x.platform.openai.com/')],
  ['the host with a dot at its end', at('https://platform.openai.com./')],
  ['the host in a path', at('https://evil.test/platform.openai.com')],
  ['the host as a user name', at('https://platform.openai.com@evil.test/')],
  ['the host with another letter', at('https://platform.οpenai.com/')],
  ['the host over http', at('http://platform.openai.com/')],
  ['the host on another port', at('https://platform.openai.com:8443/')],
  ['another site of OpenAI', at('https://chatgpt.com/')],
  ['a blob of the dashboard’s', at('blob:https://evil.test/platform.openai.com')],
  ['a data address', at('data:text/html,https://platform.openai.com/')],
  ['an empty page', at('about:blank')],
  ['an address that is none', at('platform.openai.com')],
];
