import {
  adapterRoute,
  jobOf,
  renewed,
  type Bound,
  type Written,
} from '@/lib/delivery/adapter-route';
import { portalRecipeId, portalRoute, type PortalPages } from '@/lib/delivery/portal';
import type { Route } from '@/lib/delivery/route';
import type { Adapter, Credentials, Labels } from '@/lib/destinations/destination';
import { PRACTICE_SETTINGS, practiceFile } from '@/lib/destinations/practice-file';
import { ADAPTERS } from '@/lib/destinations/registry';
import type { ApiKey } from '@/lib/domain/api-key';
import type { Delivery, DeliveryPlan, UndoPlan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import { fillIn, NAMING, type NameFacts } from '@/lib/domain/naming';
import { PRACTICE_PLACE } from '@/lib/domain/practice';
import type { Io } from '@/lib/http';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';
import type { Vault } from '@/lib/vault/vault';
import { openApp } from './pages';
import { atOwnAddress, portalOf } from './portals';
import { createRenewal, mayEnd } from './token-renewal';
import type { RecipeBookStore } from './recipe-book';

type AnyAdapter = Adapter<DestinationSettings['settings']>;

/** What the names at the destination were made of when a delivery was queued. */
interface Naming {
  readonly facts: NameFacts;
  readonly labels: Labels;
}

/** What confirmed deliveries to a destination wrote. */
interface WrittenBefore {
  written(destinationId: string): Promise<readonly Written[]>;
}

/** The adapter of a configured destination. The settings that are kept were parsed by its own schema. */
export function adapterFor(id: DestinationSettings['adapter']): AnyAdapter {
  return ADAPTERS[id] as unknown as AnyAdapter;
}

const PRACTICE_ADAPTER = practiceFile as unknown as AnyAdapter;

/** Finds the way to a destination: an adapter with its sealed settings, or a product's own page. */
export function createRoutes(
  vault: Vault,
  book: RecipeBookStore,
  rows: WrittenBefore,
  io: Io,
  pages: PortalPages,
) {
  async function namingFor(itemId: string): Promise<Naming> {
    const item = await vault.item(itemId);
    const product = (await book.read()).find(item?.details.recipeId)?.recipe.product;
    return {
      facts: {
        product: product ?? '',
        project: item?.details.project ?? '',
        kind: item?.kind ?? '',
      },
      labels: product === undefined ? {} : { product },
    };
  }

  const namingOf = async ({ id, itemId }: Delivery): Promise<Naming> =>
    (await vault.readNote<Naming>(namesId(id))) ?? namingFor(itemId);

  async function settingsOf(destinationId: string): Promise<DestinationSettings> {
    if (destinationId === PRACTICE_PLACE) return PRACTICE;
    const saved = await vault.readDestination<DestinationSettings>(destinationId);
    if (!saved) throw new KeyferryError('unknown_destination');
    return saved;
  }

  const withLastingToken = createRenewal(vault);

  /** With its names as they are, and a token that is renewed when it ends. */
  function alive<S extends DestinationSettings['settings']>(id: string, bound: Bound<S>): Bound<S> {
    if (!mayEnd(bound.settings)) return bound;
    const { name } = bound.adapter;
    const renew = async (own: Io) => {
      const { settings } = await withLastingToken(id, own);
      return { ...(settings as S), [name]: bound.settings[name] };
    };
    return { ...bound, renew };
  }

  async function routeTo(delivery: Delivery): Promise<Route> {
    const recipe = portalOf(delivery.destinationId, await book.read());
    if (recipe) return portalRoute(await atOwnAddress(vault, recipe), pages);
    if (portalRecipeId(delivery.destinationId) !== undefined) {
      throw new KeyferryError('unknown_destination');
    }
    const saved = await settingsOf(delivery.destinationId);
    const written = await rows.written(delivery.destinationId);
    const bound = alive(delivery.destinationId, bind(saved, await namingOf(delivery), written));
    return adapterRoute(bound, io, ({ itemId }) => openApp(`#keys/${itemId}`));
  }

  return {
    /** Seals what the names are made of: a recipe may be gone at the next try. */
    sealNames: async (deliveryId: string, itemId: string) =>
      vault.sealNote(namesId(deliveryId), await namingFor(itemId)),

    routeTo,

    /** What a delivery of a key to a destination would do. */
    async planFor(itemId: string, destinationId: string): Promise<DeliveryPlan> {
      if (portalOf(destinationId, await book.read())) return {};
      const saved = await settingsOf(destinationId);
      const written = await rows.written(destinationId);
      const made = alive(destinationId, bind(saved, await namingFor(itemId), written));
      const bound = await renewed(made, io);
      const { adapter, settings } = bound;
      const plan = await adapter.plan(jobOf(bound, { operationId: '', createdAt: io.now() }), io);
      return { plan, name: String(settings[adapter.name]) };
    },

    /** What taking a delivered key back would do. */
    async planUndo(delivery: Delivery): Promise<UndoPlan> {
      if (portalOf(delivery.destinationId, await book.read())) return 'never';
      const saved = await settingsOf(delivery.destinationId);
      const made = alive(delivery.destinationId, bind(saved, await namingOf(delivery), []));
      const bound = await renewed(made, io);
      return bound.adapter.undo?.plan(jobOf(bound, delivery), io) ?? 'never';
    },

    /** The file that a page of ours saves for a delivery. @throws KeyferryError `unknown_destination` */
    async fileFor(delivery: Delivery, key: () => Promise<ApiKey>) {
      const saved = await settingsOf(delivery.destinationId);
      const bound = bind(saved, await namingOf(delivery), []);
      if (!bound.adapter.make) throw new KeyferryError('unknown_destination');
      return bound.adapter.make({ ...jobOf(bound, delivery), key });
    },

    /** Whether settings would work. @throws KeyferryError */
    async test(asked: DestinationSettings): Promise<Credentials> {
      const { adapter, settings } = bind(asked, NO_NAMING, []);
      return adapter.test(settings, io);
    },
  };
}

/** The practice's own place, which nobody sets up. */
const PRACTICE: DestinationSettings = {
  adapter: 'file',
  label: PRACTICE_PLACE,
  settings: PRACTICE_SETTINGS,
};

/** For a test of settings, which is of no key. */
const NO_NAMING: Naming = { facts: { product: '', project: '', kind: '' }, labels: {} };

const namesId = (deliveryId: string) => `names:${deliveryId}`;

/** An adapter with its settings, their names filled in. @throws KeyferryError invalid_settings */
function bind(
  saved: DestinationSettings,
  { facts, labels }: Naming,
  written: readonly Written[],
): Bound<DestinationSettings['settings']> {
  const adapter = saved === PRACTICE ? PRACTICE_ADAPTER : adapterFor(saved.adapter);
  const naming = NAMING[saved.adapter];
  const name = fillIn(String(saved.settings[adapter.name]), facts, naming);
  if (!naming.form.test(name)) throw new KeyferryError('invalid_settings');
  return { adapter, settings: { ...saved.settings, [adapter.name]: name }, labels, written };
}
