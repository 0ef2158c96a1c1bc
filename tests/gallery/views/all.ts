import type { View } from '../view.ts';
import { keyViews } from './key.ts';
import { keysViews } from './keys.ts';
import { placeViews } from './places.ts';
import { popupViews } from './popup.ts';
import { recipeViews } from './recipes.ts';
import { vaultViews } from './vault.ts';
import { welcomeViews } from './welcome.ts';

/** Every view of the popup and the app page, in every state. */
export const VIEWS: readonly View[] = [
  ...popupViews,
  ...keyViews,
  ...keysViews,
  ...placeViews,
  ...recipeViews,
  ...vaultViews,
  ...welcomeViews,
];
