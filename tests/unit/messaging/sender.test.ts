import { expect, test } from 'vitest';
import type { SenderRule } from '@/lib/messaging/protocol';
import { maySpeak, type Sender } from '@/lib/messaging/sender';
import { app, dashboard, facts, popup, portal, STRANGERS } from './senders';

const ALL: readonly SenderRule[] = ['extension-page', 'dashboard', 'guide', 'portal'];
const rulesOf = (sender: Sender, known = facts) =>
  ALL.filter((rule) => maySpeak(rule, sender, known));

test.each<[string, Sender, SenderRule[]]>([
  ['The popup', popup, ['extension-page']],
  ['A popup whose frame is numbered', { ...popup, frameId: 0 }, ['extension-page']],
  ['The app page', app, ['extension-page']],
  ['The dashboard in the guide’s tab', dashboard, ['dashboard', 'guide']],
  ['The dashboard in another tab', { ...dashboard, tab: { id: 5 } }, ['dashboard']],
  ['The dashboard in tab 0', { ...dashboard, tab: { id: 0 } }, ['dashboard']],
  ['The portal in its tab', portal, ['portal']],
])('%s speaks as itself only.', (_who, sender, rules) => {
  expect(rulesOf(sender)).toEqual(rules);
});

test.each(STRANGERS)('Nobody is spoken for by %s.', (_who, sender) => {
  expect(rulesOf(sender)).toEqual([]);
});

test('In Firefox our pages have an address of their own, and Chromium’s is a stranger’s.', () => {
  const firefox = { ...facts, ownId: 'keyferry@test', ownRoot: 'moz-extension://3f2a/' };
  const page = { id: 'keyferry@test', url: 'moz-extension://3f2a/popup.html', frameId: 0 };
  expect(rulesOf(page, firefox)).toEqual(['extension-page']);
  expect(rulesOf({ ...page, url: 'moz-extension://3f2a.evil/' }, firefox)).toEqual([]);
  expect(rulesOf({ ...popup, id: 'keyferry@test' }, firefox)).toEqual([]);
});

test('With no guide and no portal fill, nobody speaks for either.', () => {
  const idle = { ...facts, guidedTabs: new Set<number>(), portalTabs: new Map<number, string>() };
  expect(rulesOf(dashboard, idle)).toEqual(['dashboard']);
  expect(rulesOf(portal, idle)).toEqual([]);
});

test('A portal on the dashboard’s own origin would still be told apart by its tab.', () => {
  const both = { ...facts, portalTabs: new Map([[7, 'https://platform.openai.com']]) };
  expect(rulesOf({ ...dashboard, tab: { id: 7 } }, both)).toEqual(['dashboard', 'portal']);
  expect(rulesOf(dashboard, both)).toEqual(['dashboard', 'guide']);
});
