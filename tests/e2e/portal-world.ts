import type { DeliveryView, KeyView } from '@/lib/domain/views';
import type { KeptKey } from '../standin/products-api.ts';
import { guideWorld, recipeOf } from './guide-world.ts';
import type { Tab } from './harness/driver.ts';
import { until } from './harness/until.ts';
import { pageAt } from './isolated-world.ts';
import { ask } from './journey.ts';

interface Permissions {
  readonly permissions: { request(wanted: object): Promise<boolean> };
}

/** One Chromium with a vault, in which keys are carried to products’ forms. */
export function portalWorld() {
  const world = guideWorld();

  /** The newest key, with its deliveries. */
  async function newest(): Promise<KeyView> {
    const { keys } = await world.state();
    const [key] = keys.toSorted((a, b) => b.createdAt - a.createdAt);
    if (!key) throw new Error('There is no key.');
    return key;
  }
  async function delivery(): Promise<DeliveryView | undefined> {
    return (await newest()).deliveries[0];
  }

  return {
    get guide() {
      return world;
    },
    newest,
    delivery,
    /** Pastes a key that OpenAI's stand-in knows, and sends it. @returns the product's page. */
    async carryPasted(recipeId: string, origin: string, rows: Record<string, string>) {
      const { kind } = recipeOf(recipeId).key;
      const made = world.standin.state.store.create({
        kind,
        name: 'A key',
        permission: 'restricted',
        rows,
        expiration: '90 days',
      });
      await ask(world.app, 'key/paste', { text: made.value, recipeId });
      await this.allow(origin);
      const { id: itemId } = await newest();
      await ask(world.app, 'delivery/send', { itemId, destinationId: `portal:${recipeId}` });
      return { key: made, page: await world.driver.waitForTab(origin) };
    },
    /** Gives the extension access to an origin, by a press in the app page as far as the browser can tell. */
    async allow(origin: string): Promise<void> {
      await world.driver.approvePermission(origin);
      const app = pageAt(world.driver, 'chrome-extension://');
      const allowed = await app.evaluate((host) => {
        const { chrome } = globalThis as never as { chrome: Permissions };
        return chrome.permissions.request({ origins: [`${host}/*`] });
      }, origin);
      if (!allowed) throw new Error(`The browser gave no access to ${origin}.`);
    },
    /** The one key that was made. */
    made(): string {
      const [key] = world.standin.state.store.keys;
      if (!key) throw new Error('OpenAI has made no key.');
      return key.value;
    },
    /** What the products have been given. */
    kept: (): readonly KeptKey[] => world.standin.state.products.kept,
    /** Waits until the newest key's delivery has arrived. */
    arrived: (): Promise<DeliveryView> =>
      until('see the delivery arrive', async () => {
        const now = await delivery();
        return now?.state === 'confirmed' ? now : undefined;
      }),
  };
}

/** Notes, in the page, what each field's `autocomplete` is when a text comes into it. */
export function noteAutocomplete(page: Tab): Promise<void> {
  return page.evaluate(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    const note = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.value.includes('sk-')) {
        noted.push(target.autocomplete);
      }
    };
    document.addEventListener('input', note, { capture: true });
  });
}

/** What {@link noteAutocomplete} has noted. */
export function notedAutocomplete(page: Tab): Promise<string[]> {
  return page.evaluate(() => (globalThis as never as { noted: string[] }).noted);
}
