import { browser } from '@/lib/browser';
import { coalesce } from '@/lib/coalesce';
import { createOutbox } from '@/lib/delivery/outbox';
import { createProving } from '@/lib/delivery/proving';
import { patternOf, type PortalPages } from '@/lib/delivery/portal';
import { byCause } from '@/lib/domain/checking';
import { isFinished, withoutTab, type Receipt } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import { limitsOf } from '@/lib/domain/locking';
import { createSession } from '@/lib/vault/session';
import { openVaultDb } from '@/lib/vault/db';
import { receiptNote } from '@/lib/vault/notes';
import { createRecovery } from '@/lib/vault/recovery';
import { createVault } from '@/lib/vault/vault';
import { mayProve } from './access';
import { createActivity } from './activity';
import { watchBook, watchDeliveries, watchVault, watchVerifications } from './activity-watch';
import { badgeOf } from './badge';
import { createCapture } from './capture';
import { createCheckSettings } from './check-settings';
import { createClipboard } from './clipboard';
import { clearClipboard, lookAtClipboard, mayUseClipboard } from './clipboard-room';
import { createRoutes } from './destinations';
import { createDrift } from './drift';
import { createGuides } from './guides';
import { createLocking, createLockSettings } from './locking';
import { createMemory } from './memory';
import { inject, isAllowed, isOpen, openTab, showBadge, tell } from './pages';
import { notifyOf } from './notices';
import { createRechecks } from './rechecks';
import { createRemoved } from './removed';
import { createRecipeBook } from './recipe-book';
import { createVerifying } from './verifying';
import { wakeAt } from './wake';

/** Everything that the background is made of, put together once per life of the worker. */
export type Services = ReturnType<typeof createServices>;

const now = () => Date.now();
/** How soon a key that the vault did not take is offered to it again, in milliseconds. */
const HELD_RETRY = 60_000;

/** The composition root. Synchronous, so that listeners stand before the first event. */
export function createServices() {
  const io = { fetch: (...args: Parameters<typeof fetch>) => fetch(...args), now };
  const db = openVaultDb();
  const memory = createMemory(browser.storage.session);
  const settings = createLockSettings(browser.storage.local);
  const session = createSession(browser.storage.session, now, async () =>
    limitsOf(await settings.read()),
  );
  const door = createVault({ db, session, now });
  const activity = createActivity(door, browser.storage.session, now);
  const book = watchBook(
    createRecipeBook(browser.storage.local, () => crypto.randomUUID()),
    activity,
  );
  const vault = watchVault(door, activity, book);
  const recovery = createRecovery({ db, session, now });
  const removed = createRemoved({ vault, book, memory });
  const locking = createLocking({
    vault,
    session,
    settings,
    alarms: browser.alarms,
    locked: () => removed.forget(),
  });

  const pages: PortalPages = {
    async open(delivery, portal) {
      const tabId = await openTab(portal.origin, patternOf(portal.origin), portal.start);
      if (tabId === undefined) throw new KeyferryError('page_closed');
      // A tab assists with one delivery: what it assisted with before is over there.
      for (const row of await db.deliveries.inTabs()) {
        if (row.tabId !== tabId || row.id === delivery.id) continue;
        await db.deliveries.change(row.id, withoutTab);
        if (!isFinished(row)) {
          await outbox.apply(row.id, { type: 'must-wait', reason: 'page_closed' });
        }
      }
      await memory.change(({ portalOrigins }) => ({
        portalOrigins: { ...portalOrigins, [String(tabId)]: portal.origin },
      }));
      await db.deliveries.change(delivery.id, (row) => ({ ...row, tabId }));
      await changed();
      await inject('portal', tabId);
    },
    isOpen: async ({ tabId }) => tabId !== undefined && (await isOpen(tabId)),
  };

  async function nowOf(itemId: string) {
    const { rows: deliveries } = await db.deliveries.of(itemId);
    return { deliveries, proof: await db.verifications.get(itemId) };
  }

  /** Something that is shown anywhere has changed. */
  const changed = coalesce(async () => {
    await memory.touch();
    // A database that does not open is no reason to say nothing of a key that waits in memory.
    const { held, offers, currentKeyId } = await memory.read();
    const none = { deliveries: [], proof: undefined };
    const current = currentKeyId ? await nowOf(currentKeyId).catch(() => none) : none;
    const broken = (await db.verifications.broken().catch(() => [])).length > 0;
    await showBadge(
      badgeOf({ held, offers, broken, ...current, ...(currentKeyId ? { currentKeyId } : {}) }),
    );
    const portalTabs = (await db.deliveries.inTabs()).flatMap(({ tabId }) => tabId ?? []);
    await Promise.all(portalTabs.map((tabId) => tell(tabId, { name: 'portal/changed' })));
  });

  /** A tab shows no key any more that could be saved. */
  async function withdrawOffer(tabId: number): Promise<void> {
    if (!(await memory.read()).offers.includes(tabId)) return;
    await memory.changeOffers(tabId, false);
    await changed();
  }

  const written = async (destinationId: string) =>
    (await db.deliveries.to(destinationId))
      .filter(({ state }) => state === 'confirmed')
      .flatMap(({ written: as, createdAt: queuedAt }) =>
        as === undefined ? [] : [{ as, queuedAt }],
      );

  const routes = createRoutes(vault, book, { written }, io, pages);
  const outbox = createOutbox({
    rows: watchDeliveries(db.deliveries, activity, door, book),
    sealNames: routes.sealNames,
    routeTo: routes.routeTo,
    reveal: (itemId) => vault.reveal(itemId),
    isAllowed,
    sealReceipt: (id, receipt) => vault.sealNote(receiptNote(id), receipt),
    changed,
    wakeAt,
    now,
    newId: () => crypto.randomUUID(),
    random: Math.random,
  });

  const checks = createCheckSettings(browser.storage.local);
  const verifying = createVerifying({
    vault,
    book,
    memory,
    settings: checks.read,
    mayProve,
    io,
    drift: createDrift({
      rows: db.deliveries,
      routeTo: routes.routeTo,
      isAllowed,
      receiptOf: (id) => vault.readNote<Receipt>(receiptNote(id)),
      reveal: (itemId) => vault.reveal(itemId),
      now,
    }).look,
  });
  const proving = createProving({
    rows: watchVerifications(db.verifications, activity),
    reveal: (itemId) => vault.reveal(itemId),
    verify: verifying.verify,
    sealResult: verifying.sealResult,
    lookAtPlaces: verifying.lookAtPlaces,
    changed,
    async broke(cause) {
      if (!(await checks.read()).notify) return;
      const broken = byCause(await db.verifications.broken()).find((each) => each.cause === cause);
      // The badge says it in any case.
      if (broken) await notifyOf(broken).catch(() => undefined);
    },
    wakeAt,
    now,
  });
  const rechecks = createRechecks({
    rows: db.verifications,
    settings: checks.read,
    vault,
    startAll: proving.startAll,
    wakeAt,
    now,
  });

  const capture = createCapture(vault, memory, book, () => wakeAt(now() + HELD_RETRY));

  const clipboard = createClipboard({
    vault,
    memory,
    isAllowed: mayUseClipboard,
    clear: clearClipboard,
    wakeAt: lookAtClipboard,
    now,
  });

  return {
    db,
    vault,
    locking,
    recovery,
    memory,
    removed,
    book,
    outbox,
    routes,
    proving,
    verifying,
    rechecks,
    checks,
    clipboard,
    guides: createGuides(memory, book, now),
    capture,
    activity,
    io,
    changed,
    withdrawOffer,
    now,
    /** Goes on with whatever was left undone. */
    async resume(): Promise<void> {
      // A database that can't be written must not keep a key from being saved.
      await vault.sweep().catch(() => undefined);
      if (await capture.release()) await changed();
      await clipboard.clearWhenDue();
      await Promise.all([outbox.drain(), proving.drain()]);
      await rechecks.tend().catch(() => undefined);
    },
  };
}
