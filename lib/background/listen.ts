import { browser } from '@/lib/browser';
import { isFinished, withoutTab } from '@/lib/domain/delivery';
import { createRouter } from '@/lib/messaging/router';
import type { SenderRule } from '@/lib/messaging/protocol';
import type { SenderFacts } from '@/lib/messaging/sender';
import { CLIPBOARD_ALARM } from './clipboard-room';
import { createHandlers } from './handlers';
import { listenToNotices } from './notices';
import { inject, injectIntoOpenTabs, openWelcome } from './pages';
import { portalOf } from './portals';
import { createServices, type Services } from './services';
import { updateWhenIdle } from './update';
import { RESUME_ALARM, whenAwake } from './wake';

/** Starts the background: every listener is registered before anything is awaited. */
export function listen(): void {
  const services = createServices();
  const { memory, outbox, guides, db, clipboard, locking } = services;
  const route = createRouter(createHandlers(services), (rules) => senderFacts(services, rules));
  const resume = () => void services.resume();

  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    void route(message, sender).then(answer);
    return true;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void injectIntoOpenTabs();
    if (reason === 'install') void welcome(services);
  });
  browser.runtime.onStartup.addListener(() => void forgetTabs(services).then(resume));
  // What was given may have been waited for; what was taken may have been needed.
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(() => {
      void memory.touch();
      listenToNotices();
      resume();
    });
  }
  listenToNotices();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RESUME_ALARM) resume();
    if (name === CLIPBOARD_ALARM) void clipboard.clearWhenDue();
    void locking.ring(name);
  });
  browser.commands.onCommand.addListener((name) => {
    if (name === 'lock') void locking.lock();
  });
  // Only Chromium says that the computer was locked; Firefox has no word for it, and is not asked.
  (browser as Partial<typeof browser>).idle?.onStateChanged.addListener((state) => {
    if (state === 'locked') void locking.computerLocked();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void guides.lose(tabId).then(async () => {
      await services.withdrawOffer(tabId);
      for (const row of await db.deliveries.inTabs()) {
        if (row.tabId === tabId && !isFinished(row)) {
          await outbox.apply(row.id, { type: 'must-wait', reason: 'page_closed' });
        }
      }
    });
  });
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== 'complete') return;
    void db.deliveries.inTabs().then(async (rows) => {
      if (rows.some((row) => row.tabId === tabId && !isFinished(row))) {
        await inject('portal', tabId);
      }
    });
  });
  browser.runtime.onUpdateAvailable.addListener(() => {
    void memory.change(() => ({ updateWaits: true })).then(() => updateWhenIdle(services));
  });
  browser.storage.session.onChanged.addListener((changes) => {
    if ('revision' in changes) void updateWhenIdle(services);
  });
  // Our scripts in pages have no business with recipes. Firefox has no such switch.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  whenAwake(resume);
  // Who woke us is answered first.
  setTimeout(resume);
  void locking.watch();
}

/** The first minute begins by itself, and once: who has a vault has had it. */
async function welcome({ vault }: Services): Promise<void> {
  if ((await vault.status()) === 'missing') await openWelcome();
}

/** A browser that starts anew gives its tabs new numbers: the pages of deliveries are gone. */
async function forgetTabs({ db, outbox }: Services): Promise<void> {
  for (const row of await db.deliveries.inTabs()) {
    await db.deliveries.change(row.id, withoutTab);
    if (!isFinished(row)) await outbox.apply(row.id, { type: 'must-wait', reason: 'page_closed' });
  }
}

async function senderFacts(services: Services, rules: readonly SenderRule[]): Promise<SenderFacts> {
  const guides = rules.includes('guide') ? (await services.memory.read()).guides : {};
  return {
    ownId: browser.runtime.id,
    ownRoot: browser.runtime.getURL('/'),
    guidedTabs: new Set(Object.keys(guides).map(Number)),
    portalTabs: new Map(rules.includes('portal') ? await portalTabs(services) : []),
  };
}

/** Tabs of portal fills, with the origin of each. */
async function portalTabs({ memory, db, book }: Services): Promise<[number, string][]> {
  const { portalOrigins } = await memory.read();
  // A database that does not open must not keep a key from being captured.
  const rows = await db.deliveries.inTabs().catch(() => []);
  const recipes = await book.read();
  return rows.flatMap(({ tabId, destinationId }) => {
    const recipe = portalOf(destinationId, recipes);
    const origin = recipe && (portalOrigins[String(tabId)] ?? recipe.portal.origin);
    return tabId !== undefined && origin ? [[tabId, origin] as [number, string]] : [];
  });
}
