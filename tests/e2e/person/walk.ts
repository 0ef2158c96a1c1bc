import { pageFor } from '@/lib/dashboard/routes';
import { pressCreate, recipeOf } from '../guide-world.ts';
import type { Driver, Panel, Tab } from '../harness/driver.ts';
import { anyPopup } from '../journey.ts';
import { countFrom, type Count } from './count.ts';
import { without, type Effort } from './klm.ts';
import type { Seed } from './seeds.ts';

interface How {
  /** Gets from the popup that opened first to one that asks what the key is for. */
  readonly enter?: (popup: Panel, count: Count) => Promise<Panel>;
  /** No key has gone to this place yet: the browser asks for access, and the card for a press. */
  readonly isFirst?: boolean;
}

interface Walk {
  /** The product's page. */
  readonly page: Tab;
  /** What it cost, from the toolbar press to the product's last button. */
  readonly effort: Effort;
  /** What of it was spent to get to a popup that asks what the key is for. */
  readonly entering: Effort;
}

/**
 * Takes a new key to a product, as a person does who has just come to the browser.
 */
export async function walk(
  driver: Driver,
  seed: Seed,
  { enter, isFirst = false }: How = {},
): Promise<Walk> {
  const { key } = recipeOf(seed.recipeId);
  const count = countFrom(driver.counter);
  const opened = await driver.popup();
  count.opened();
  const atDoor = count.effort();
  const popup = enter ? await enter(opened, count) : opened;
  const entering = without(count.effort(), atDoor);
  await popup.press({ role: 'button', name: seed.row });
  const dashboard = await driver.waitForTab(pageFor(key.kind).url);
  count.opened();
  const card = dashboard.callout();
  await card.press('Fill the rest');
  count.opened();
  await card.waitForText('Check it, then press');
  await pressCreate(dashboard, key.kind);
  count.opened();
  await card.waitForText('Saved. You can close this dialog.');
  const saved = await anyPopup(driver);
  count.opened();
  await saved.waitFor({ role: 'button', name: 'Send and verify' });
  if (isFirst) await driver.approvePermission(seed.origin);
  await saved.press({ role: 'button', name: 'Send and verify' });
  const page = await driver.waitForTab(seed.origin);
  count.opened(1 + seed.pages);
  await throughForm(page, seed, isFirst);
  return { page, effort: count.effort(), entering };
}

/** The person's part in the product's page, up to its last button. */
export async function throughForm(page: Tab, seed: Seed, isFirst: boolean): Promise<void> {
  if (isFirst) await page.callout().press(seed.fill);
  await seed.between?.(page);
  await page.callout().waitForText(seed.filled);
  await page.press({ role: 'button', name: seed.last });
}
