import { describe, expect, test } from 'vitest';
import { maySpeak, type Sender, type SenderFacts } from '@/lib/messaging/sender';
import type { SenderRule } from '@/lib/messaging/protocol';

const facts: SenderFacts = {
  ownId: 'own',
  ownRoot: 'chrome-extension://own/',
  guidedTabs: new Set([1]),
  portalTabs: new Map([[2, 'https://console.doit.com']]),
};
const dashboard: Sender = {
  id: 'own',
  url: 'https://platform.openai.com/api-keys',
  frameId: 0,
  tab: { id: 1 },
};
const portal: Sender = { ...dashboard, url: 'https://console.doit.com/x', tab: { id: 2 } };
const popup: Sender = { id: 'own', url: 'chrome-extension://own/popup.html' };
const app: Sender = {
  ...popup,
  url: 'chrome-extension://own/app.html',
  frameId: 0,
  tab: { id: 9 },
};
const ALL: readonly SenderRule[] = ['extension-page', 'dashboard', 'guide', 'portal'];
const rulesOf = (sender: Sender) => ALL.filter((rule) => maySpeak(rule, sender, facts));

describe('who a sender may speak as', () => {
  test.each<[string, Sender, SenderRule[]]>([
    ['the popup', popup, ['extension-page']],
    ['the app page', app, ['extension-page']],
    ['the dashboard in the guide’s tab', dashboard, ['dashboard', 'guide']],
    ['the dashboard in another tab', { ...dashboard, tab: { id: 5 } }, ['dashboard']],
    ['the portal in its tab', portal, ['portal']],
  ])('%s', (_name, sender, rules) => {
    expect(rulesOf(sender)).toEqual(rules);
  });

  test.each<[string, Sender]>([
    ['another extension', { ...popup, id: 'other' }],
    [
      'another extension’s page with our words in its address',
      { id: 'own', url: 'chrome-extension://other/?chrome-extension://own/' },
    ],
    ['a frame of the dashboard', { ...dashboard, frameId: 3 }],
    ['a dashboard without a tab', { ...dashboard, tab: undefined }],
    ['a page that is only being prerendered', { ...dashboard, documentLifecycle: 'prerender' }],
    ['a lookalike host', { ...dashboard, url: 'https://platform.openai.com.evil.test/' }],
    [
      'the host with another in front',
      { ...dashboard, url: 'https://evil.test/platform.openai.com' },
    ],
    ['the host as a user name', { ...dashboard, url: 'https://platform.openai.com@evil.test/' }],
    ['the host over http', { ...dashboard, url: 'http://platform.openai.com/' }],
    ['the host on another port', { ...dashboard, url: 'https://platform.openai.com:8443/' }],
    ['the portal’s origin in another tab', { ...portal, tab: { id: 3 } }],
    ['another origin in the portal’s tab', { ...portal, url: 'https://evil.test/' }],
    ['a sender without an address', { id: 'own' }],
    ['an address that is none', { ...dashboard, url: 'platform.openai.com' }],
  ])('%s may speak as nobody', (_name, sender) => {
    expect(rulesOf(sender)).toEqual([]);
  });
});
