import { browser } from '@/lib/browser';
import { DASHBOARD } from '@/lib/dashboard/routes';
import { readSwitcher } from '@/lib/dashboard/switcher';
import type { ShownOwner } from '@/lib/domain/owner';
import type { PageMessage } from '@/lib/messaging/protocol';

/** Our scripts for pages, by the files that the build makes of their entry points. */
export type PageScript = 'dashboard' | 'guide' | 'hands' | 'revoke' | 'portal';

/** Puts one of our scripts into a tab's top frame. A tab that is gone or not ours to touch is left alone. */
export async function inject(script: PageScript, tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId }, files: [`/content-scripts/${script}.js`] })
    .catch(() => undefined);
}

/** Tells our script in a tab's top frame something; nobody listening is fine. */
export async function tell(tabId: number, message: PageMessage): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}

/** The tab in front, when it is one of OpenAI's pages. */
export async function dashboardInFront(): Promise<{ id: number; url: string } | undefined> {
  const [tab] = await browser.tabs.query({
    active: true,
    lastFocusedWindow: true,
    url: `${DASHBOARD}/*`,
  });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url ?? '' };
}

/** Tabs that were open before the extension came get its script now. */
export async function injectIntoOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: `${DASHBOARD}/*` });
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.all(ids.map((id) => inject('dashboard', id)));
}

/** What the sidebar of a page of OpenAI's shows as chosen; nothing when it can't be read. */
export async function switcherIn(tabId: number): Promise<ShownOwner> {
  const results = await browser.scripting
    .executeScript({ target: { tabId }, func: readSwitcher })
    .catch(() => []);
  return results[0]?.result ?? {};
}

/** Shows the app page at a hash: in its tab, when it is open, or in a new one. */
export async function openApp(hash: string): Promise<void> {
  const page = browser.runtime.getURL('/app.html');
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id === undefined) await browser.tabs.create({ url: page + hash });
  else await bringBack(open.id, page + hash);
}

/** Shows the page of the first minute. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/**
 * Brings a tab of this origin to the front, or opens one.
 * @param pattern the origin's host pattern, which can't name its port.
 */
export async function openTab(
  origin: string,
  pattern: string,
  start: string,
): Promise<number | undefined> {
  const tabs = await browser.tabs.query({ url: pattern });
  const open = tabs.find(({ url }) => url?.startsWith(`${origin}/`));
  if (open?.id === undefined) return (await browser.tabs.create({ url: start })).id;
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  return open.id;
}

/** Whether a tab is still there. */
export async function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/** Opens the popup, where the browser lets us without a press; otherwise the badge has to do. */
export async function openPopup(): Promise<void> {
  await browser.action.openPopup().catch(() => undefined);
}

/** The sign on the toolbar button: empty for nothing to do. */
export async function showBadge(text: '' | '1' | '!'): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: text === '!' ? '#b45309' : '#0f766e' });
}

/** Brings a tab to the front, at this address if there is one. A tab that is gone is left alone. */
export async function bringBack(tabId: number, url?: string): Promise<void> {
  const change = { active: true, ...(url === undefined ? {} : { url }) };
  const tab = await browser.tabs.update(tabId, change).catch(() => undefined);
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Whether a tab shows OpenAI's dashboard; other addresses are not ours to read. */
export async function isOnDashboard(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url?.startsWith(`${DASHBOARD}/`) === true;
}

/** The same question for many places at one moment: the browser is asked once for all that it names. */
export async function allowedNow(): Promise<(origins: readonly string[]) => Promise<boolean>> {
  const { origins: given = [] } = await browser.permissions.getAll();
  // Somebody may have allowed more than was asked for, such as every site.
  const isWide = given.some((pattern) => !/^https?:\/\/[^*]+\/\*$/.test(pattern));
  return async (origins) =>
    origins.every((origin) => given.includes(origin)) || (isWide && isAllowed(origins));
}

/** Whether the browser lets us talk to every one of these host patterns. */
export async function isAllowed(origins: readonly string[]): Promise<boolean> {
  return origins.length === 0 || browser.permissions.contains({ origins: [...origins] });
}
