import type * as z from 'zod/mini';
import type { AppState } from '@/lib/domain/views';
import { activityMessages, type ActivityAnswers } from './activity-messages';
import { deliveryMessages, type DeliveryAnswers } from './delivery-messages';
import { destinationMessages, type DestinationAnswers } from './destination-messages';
import { guideMessages, type GuideAnswers } from './guide-messages';
import { keyMessages, type KeyAnswers } from './key-messages';
import { nothing, ours } from './parts';
import { recoveryMessages, type RecoveryAnswers } from './recovery-messages';
import { recipeMessages, type RecipeAnswers } from './recipe-messages';
import { revealMessages, type RevealAnswers } from './reveal-messages';
import { vaultMessages, type VaultAnswers } from './vault-messages';

/**
 * Who may send a message. `extension-page`: our popup or app page. `dashboard`: our script in the
 * top frame of OpenAI's dashboard. `guide`: the same, in the tab of a running guide. `portal`: our
 * script in the top frame of the tab of a portal fill, on the recipe's origin.
 */
export type SenderRule = 'extension-page' | 'dashboard' | 'guide' | 'portal';

interface Entry {
  readonly from: readonly SenderRule[];
  /** Made when such a message comes: a worker that starts waits for no other. */
  readonly request: () => z.ZodMiniType;
}

/** Every message that the background answers: who may send it and what it must look like. */
export const protocol = {
  'app/state': { from: ours, request: nothing },
  ...vaultMessages,
  ...keyMessages,
  ...revealMessages,
  ...guideMessages,
  ...deliveryMessages,
  ...destinationMessages,
  ...recipeMessages,
  ...recoveryMessages,
  ...activityMessages,
} as const satisfies Record<string, Entry>;

/** A message's name. */
export type MessageName = keyof typeof protocol;
/** What a message carries. */
export type MessageRequest<N extends MessageName> = z.infer<
  ReturnType<(typeof protocol)[N]['request']>
>;

interface Answers
  extends
    VaultAnswers,
    KeyAnswers,
    RevealAnswers,
    GuideAnswers,
    DeliveryAnswers,
    DestinationAnswers,
    RecipeAnswers,
    RecoveryAnswers,
    ActivityAnswers {
  'app/state': AppState;
}
/** What a message is answered with; `null` where there is nothing to say. */
export type MessageAnswer<N extends MessageName> = N extends keyof Answers ? Answers[N] : null;

/** What the background asks of our scripts in pages. They answer nothing but `key/read`. */
export type PageMessage =
  | { readonly name: 'key/read' }
  | { readonly name: 'guide/changed' }
  | { readonly name: 'portal/changed' };
