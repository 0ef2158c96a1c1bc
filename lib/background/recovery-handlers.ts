import type { recoveryMessages, ContentsMessage } from '@/lib/messaging/recovery-messages';
import type { Handlers } from '@/lib/messaging/router';
import type { ReadVault } from '@/lib/vault/backup';
import { readEntries } from './backup-entries';
import type { Services } from './services';

/** The use cases of backups, and of starting over. */
export function createRecoveryHandlers(
  services: Services,
): Pick<Handlers, keyof typeof recoveryMessages> {
  const { vault, recovery, book, memory } = services;

  /** The file's entries, with what is here under the same ids. */
  async function compare(contents: ContentsMessage) {
    const entries = readEntries(contents);
    const destinations = await Promise.all(
      entries.destinations.map(async (each) => {
        // One that can't be read is as good as none.
        const here = await vault.readDestination(each.id).catch(() => undefined);
        const state = here === undefined ? 'fresh' : isSame(here, each.settings) ? 'same' : 'other';
        return { ...each, state };
      }),
    );
    const present = await book.read();
    const recipes = entries.recipes.filter(({ recipe }) => !present.find(recipe.id));
    return { ...entries, destinations, recipes };
  }

  /** What was read of the vault, with what else belongs into a backup. */
  async function pack({ code, ...read }: ReadVault & { readonly code: string }) {
    const recipes = (await book.read()).entries.filter(({ origin }) => origin !== 'catalogue');
    const head = { format: 'keyferry-backup', v: 1, madeAt: services.now() } as const;
    return { code, contents: { ...head, ...read, recipes } };
  }

  return {
    async 'backup/make'({ passphrase }) {
      await vault.reauthenticate({ passphrase });
      return pack(await recovery.read());
    },
    async 'backup/rescue'({ passphrase }) {
      return pack(await recovery.rescue({ passphrase }));
    },
    async 'backup/saved'() {
      await recovery.saved();
      await memory.touch();
      return null;
    },
    async 'backup/put-off'() {
      await recovery.putOff();
      await memory.touch();
      return null;
    },

    async 'backup/compare'({ contents }) {
      await vault.touch();
      const { keys, destinations, recipes, unreadable } = await compare(contents);
      const fresh = await recovery.countFresh(keys);
      const added = destinations.filter(({ state }) => state === 'fresh').length;
      const given = contents.keys.length + contents.destinations.length + contents.recipes.length;
      const differing = destinations.filter(({ state }) => state === 'other');
      const unusable = unreadable - contents.unreadable;
      return {
        madeAt: contents.madeAt,
        keys: fresh,
        destinations: added,
        recipes: recipes.length,
        known: given - unusable - fresh - added - recipes.length - differing.length,
        unreadable,
        differing: differing.map(({ id, settings }) => ({ id, label: settings.label })),
      };
    },
    async 'backup/restore'({ contents, overwrite = [] }) {
      await vault.touch();
      const { keys, destinations, recipes, unreadable } = await compare(contents);
      const restored = await recovery.restore(keys);
      const taken = destinations.filter(
        ({ id, state }) => state === 'fresh' || (state === 'other' && overwrite.includes(id)),
      );
      for (const { id, settings } of taken) await vault.putDestination(id, settings);
      for (const entry of recipes) await book.restore(entry);
      await services.changed();
      return {
        keys: restored,
        destinations: taken.length,
        recipes: recipes.length,
        unreadable,
      };
    },

    'vault/stakes': () => recovery.stakes(),
    async 'vault/start-over'() {
      await recovery.startOver();
      await memory.change(() => ({ currentKeyId: undefined, guides: {} }));
      await services.changed();
      return null;
    },
  };
}

/** Whether two values are the same JSON, in whatever order their members stand. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
