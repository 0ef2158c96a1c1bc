import type { DeliveryRows } from '@/lib/delivery/outbox';
import type { VerificationRows } from '@/lib/delivery/proving';
import type { Delivery } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Vault } from '@/lib/vault/vault';
import type { Activity, Happening } from './activity';
import { labelsOf } from './destination-views';
import type { RecipeBookStore } from './recipe-book';

/** The vault, with what is done to it written down. */
export function watchVault(vault: Vault, activity: Activity, book: RecipeBookStore): Vault {
  return {
    ...vault,
    async create(passphrase) {
      await vault.create(passphrase);
      await activity.opened('vault_created');
    },
    async unlock(proof) {
      await watchTry(() => vault.unlock(proof));
      void activity.opened('unlocked');
    },
    reauthenticate: (proof) => watchTry(() => vault.reauthenticate(proof)),
    async changePassphrase(proof, to) {
      await watchTry(() => vault.changePassphrase(proof, to));
      await activity.note({ what: 'passphrase_changed' });
    },
    async addPasskey(proof, passkey) {
      await watchTry(() => vault.addPasskey(proof, passkey));
      await activity.note({ what: 'passkey_added' });
    },
    async removePasskey(proof, id) {
      await watchTry(() => vault.removePasskey(proof, id));
      await activity.note({ what: 'passkey_removed' });
    },
    async lock() {
      await vault.lock();
      await activity.locked();
    },
    async capture(key, details) {
      const saved = await vault.capture(key, details);
      if (saved.known) return saved;
      const { itemId, redacted } = saved;
      // Whoever saves a key waits for nothing but that.
      void activity.note({ what: 'captured', itemId, redacted });
      void noteGuide(itemId, redacted, details);
      return saved;
    },
    async discard(id) {
      const redacted = (await vault.item(id).catch(() => undefined))?.redacted;
      await vault.discard(id);
      await activity.note({ what: 'discarded', itemId: id, ...(redacted ? { redacted } : {}) });
    },
    async restore(id) {
      await vault.restore(id);
      await activity.note({ what: 'restored', itemId: id });
    },
    async putDestination(id, value) {
      const isNew = (await vault.readDestination(id).catch(() => undefined)) === undefined;
      await vault.putDestination(id, value);
      if (isNew) await activity.note({ what: 'destination_added', ...(await named(id)) });
    },
    async removeDestination(id) {
      const place = await named(id);
      await vault.removeDestination(id);
      await activity.note({ what: 'destination_removed', ...place });
    },
  };

  async function noteGuide(
    itemId: string,
    redacted: string,
    { recipeId, tabId }: Parameters<Vault['capture']>[1],
  ): Promise<void> {
    if (tabId === undefined) return;
    const product = (await book.read()).find(recipeId)?.recipe.product;
    if (product === undefined) return;
    await activity.note({ what: 'guide_finished', itemId, redacted, place: product });
  }

  /** A wrong passphrase or passkey is written down, whatever it was for. */
  async function watchTry(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isWrongTry(error)) await activity.note({ what: 'unlock_failed', reason: error.code });
      throw error;
    }
  }

  async function named(id: string): Promise<Pick<Happening, 'place'>> {
    return placeOf(id, vault, book);
  }
}

function isWrongTry(error: unknown): error is KeyferryError {
  return (
    error instanceof KeyferryError && ['wrong_passphrase', 'wrong_passkey'].includes(error.code)
  );
}

/** The recipe book, with what is imported written down. */
export function watchBook(book: RecipeBookStore, activity: Activity): RecipeBookStore {
  return {
    ...book,
    async add(entry) {
      const id = await book.add(entry);
      const place = entry.recipe.product;
      if (entry.origin === 'imported') await activity.note({ what: 'recipe_imported', place });
      return id;
    },
  };
}

/** The rows of deliveries, with what became of them written down. */
export function watchDeliveries(
  rows: DeliveryRows,
  activity: Activity,
  vault: Vault,
  book: RecipeBookStore,
): DeliveryRows {
  return {
    ...rows,
    async change(id, next, note) {
      const changed = await rows.change(id, next, note);
      const { before, after } = changed;
      const what = deliveryStep(before.state, after.state);
      if (!what) return changed;
      const { itemId, reason, destinationId } = after;
      const place = placeOf(destinationId, vault, book);
      const happening = async () => ({
        what,
        itemId,
        ...(await place),
        ...(reason ? { reason } : {}),
      });
      // The delivery goes on meanwhile.
      void activity.note(happening());
      return changed;
    },
  };
}

/** A row says "sent" anew after each interruption: only the step from sending counts. */
function deliveryStep(
  before: Delivery['state'],
  now: Delivery['state'],
): Happening['what'] | undefined {
  if (before === now) return undefined;
  if (now === 'confirmed') return 'confirmed';
  if (now === 'failed') return 'delivery_failed';
  // The row may be past it by one commit.
  return before === 'sending' && ['sent', 'confirming'].includes(now) ? 'sent' : undefined;
}

/** The rows of proofs, with their outcomes written down. */
export function watchVerifications(rows: VerificationRows, activity: Activity): VerificationRows {
  return {
    ...rows,
    async put(row, note) {
      const { itemId, state, outcome, reason } = row;
      const isOutcome = state === 'done' && (await rows.get(itemId))?.state !== 'done';
      await rows.put(row, note);
      if (!isOutcome || !outcome) return;
      // What comes next waits for nothing but the row.
      void activity.note({ what: outcome, itemId, ...(reason ? { reason } : {}) });
    },
  };
}

/** What people call a destination; nothing when that can't be read now. */
async function placeOf(
  id: string,
  vault: Vault,
  book: RecipeBookStore,
): Promise<Pick<Happening, 'place'>> {
  const label = await labelsOf(vault, await book.read())(id);
  return label ? { place: label } : {};
}
