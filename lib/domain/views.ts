import type { KeyKind } from './api-key';
import type { Broken, CheckSettings } from './checking';
import type { DeliveryState, Plan, ProofLevel, Receipt } from './delivery';
import type { ErrorCode } from './errors';
import type { LockSettings } from './locking';
import type { AdapterId } from './naming';
import type { OwnerFacts, ShownOwner } from './owner';
import type { PermissionReport } from './permission-report';
import type { Permission } from './scopes';
import type {
  Drifts,
  ProofProgress,
  VerificationOutcome,
  VerificationReason,
  Cause,
} from './verification';

/**
 * Whether something stored is what was last written. `damaged`: it was changed and can't be read;
 * `older`: an earlier state of it was put back; `missing`: it is gone; `unlisted`: the vault's own list
 * does not know it, so nobody can say whether it is the last one.
 */
export type Health = 'whole' | 'damaged' | 'older' | 'missing' | 'unlisted';

/** Something stored that is not what was last written. */
export interface Damage {
  /** `facts`: what is known of a key's deliveries and its proof. `header`: the ways into the vault. */
  readonly what: 'key' | 'destination' | 'facts' | 'header' | 'recovery' | 'log';
  /** A key's for `facts` too; empty where there is one in a vault only. */
  readonly id: string;
  /** A key's redacted form or a destination's label, as far as it is still known. */
  readonly name: string;
  /** How many `facts`. */
  readonly count?: number;
  readonly health: Exclude<Health, 'whole'>;
}

/** What people see of the vault. `missing` means not set up; `broken`, that its database does not open. */
export type VaultStatus = 'missing' | 'locked' | 'unlocked' | 'broken';

/**
 * Why a key waits in memory: there is no vault yet, its public key is damaged and an unlock mends
 * it, the disk is full, or the vault could not be written for another reason.
 */
export type HeldWhy = 'no-vault' | 'needs-unlock' | 'disk-full' | 'unwritten';

/** A key that is not saved yet. */
export interface HeldView {
  readonly redacted: string;
  readonly why: HeldWhy;
}

/** A key that was copied: what its clipboard waits for, or what became of it (`ui.clipboard.<state>`). */
export interface CopiedView {
  readonly itemId: string;
  /** When it is cleared; epoch milliseconds. */
  readonly until: number;
  readonly state: 'waiting' | 'unguarded' | 'cleared' | 'changed' | 'left';
}

/** What a portal page waits for. */
export type PortalStage = 'open' | 'fill' | 'test' | 'keep' | 'testing' | 'finish' | 'done';

/** A delivery as the popup and the app page show it. */
export interface DeliveryView {
  readonly id: string;
  readonly destinationId: string;
  readonly label: string;
  readonly state: DeliveryState;
  readonly reason?: ErrorCode;
  readonly proof?: ProofLevel;
  readonly stage?: PortalStage;
  /** What it would do, or did, as the destination said before. */
  readonly plan?: Plan;
  readonly receipt?: Receipt;
  /** Its receipt is not what was last written. */
  readonly isLost?: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The proof with OpenAI as the popup and the app page show it. */
export interface VerificationView {
  readonly state: 'checking' | 'waiting' | 'done';
  /** While it is checked, from the first answer on. */
  readonly progress?: ProofProgress;
  readonly outcome?: VerificationOutcome;
  readonly reason?: VerificationReason;
  /** The scope that the reason is about. */
  readonly scope?: string;
  readonly retryAt?: number;
  /** When it came to this; epoch milliseconds. */
  readonly checkedAt?: number;
  /** It was right before, is so no more, and nobody has looked at it since. */
  readonly broke?: Cause;
  readonly report?: PermissionReport;
  readonly organization?: string;
  /** Whose key it is, as far as OpenAI's answers say. */
  readonly owner?: OwnerFacts;
  /** What OpenAI's page showed when it was made. */
  readonly shown?: ShownOwner;
  /** What its places hold in the stead of a delivery, by the delivery's id. */
  readonly drifts?: Drifts;
  /** What was proved is not what was last written. */
  readonly isLost?: boolean;
}

/** Something about a key that the person should know before sending it (`warning.<code>`). */
export type KeyWarning =
  | 'wrong_key_kind'
  | 'all_permissions'
  | 'more_than_needed'
  | 'less_than_needed';

/** Where a recipe came from. */
export type RecipeOrigin = 'catalogue' | 'own' | 'imported';

/** A captured key, redacted. */
export interface KeyView {
  readonly id: string;
  readonly kind: KeyKind;
  readonly redacted: string;
  readonly name?: string;
  readonly recipeId?: string;
  /** The recipe's product, or undefined for a key saved without a recipe. */
  readonly product?: string;
  /** Whether its recipe is a packaged one; undefined for a key saved without a recipe. */
  readonly fromCatalogue?: boolean;
  readonly permission?: Permission;
  /** As the page showed it, such as "90 days". */
  readonly expiration?: string;
  /** Where its words give a date; epoch milliseconds. */
  readonly expiresAt?: number;
  readonly project?: string;
  readonly organization?: string;
  /** OpenAI's own id of the key. */
  readonly trackingId?: string;
  /** The owner's own words. */
  readonly note?: string;
  readonly tags: readonly string[];
  /** What is wrong with it, if it is not what was last written. */
  readonly damage?: Damage['health'];
  /** How many of its deliveries, receipts and proofs are not what was last written; they are left out. */
  readonly lostFacts: number;
  readonly createdAt: number;
  readonly warnings: readonly KeyWarning[];
  readonly deliveries: readonly DeliveryView[];
  /** Where the person wants to send it next, once they chose. */
  readonly chosen?: readonly string[];
  readonly verification?: VerificationView;
  /** The key that this one took the place of, while it is still in the vault. */
  readonly replaces?: { readonly id: string; readonly redacted: string; readonly name: string };
}

/** A key that was discarded. */
export interface DiscardedView {
  readonly id: string;
  readonly redacted: string;
  readonly product?: string;
}

/** Something of the person's that was removed, and can be had back until the vault locks. */
export interface RemovedView {
  readonly kind: 'destination' | 'recipe';
  readonly id: string;
  readonly name: string;
}

/** A part of the list of keys. */
export interface KeyPage {
  readonly keys: readonly KeyView[];
  /** How many keys fit the query. */
  readonly total: number;
  /** The products that any keys are for, to filter by. */
  readonly products: readonly string[];
}

/** A running guide as shown outside its page. */
export interface GuideProgress {
  readonly recipeId: string;
  readonly product: string;
  readonly tabId: number;
  /** From 1. */
  readonly step: number;
  readonly total: number;
  /** The present step's sentence; empty before the page has said one. */
  readonly sentence: string;
  /** The guide's tab shows something else than OpenAI's dashboard, such as its sign-in page. */
  readonly isAway: boolean;
}

/** A place where this key can go. */
export interface DestinationView {
  readonly id: string;
  readonly label: string;
  /** `portal` for a product's own form. */
  readonly adapter: 'portal' | AdapterId;
  /** Host patterns that the browser must have allowed, such as `https://console.doit.com/*`. */
  readonly origins: readonly string[];
  readonly allowed: boolean;
  readonly accepts: readonly KeyKind[];
  /** A file that holds the key as it is. */
  readonly isPlain?: boolean;
  /** When the token ends that the person signed in for, and nobody renews; epoch milliseconds. */
  readonly endsAt?: number;
  /** False for the form that one's own or an imported recipe names. */
  readonly fromCatalogue: boolean;
  /** The product's own address, when it also runs at others: `origin` is the one that counts. */
  readonly home?: string;
}

/** A configured destination as its form shows it again. */
export interface SavedDestination {
  readonly adapter: AdapterId;
  readonly label: string;
  /** Without credentials. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A recipe in the picker. */
export interface RecipeView {
  readonly id: string;
  readonly product: string;
  readonly purpose: string;
  readonly keyKind: KeyKind;
  readonly origin: RecipeOrigin;
}

/** What is known of the vault's backups. */
export interface BackupStatus {
  /** It is time to speak of one. */
  readonly offer: boolean;
  /** When the last one was saved, in epoch milliseconds. */
  readonly savedAt?: number;
  /** What was known of them can't be read. */
  readonly damaged?: true;
}

/** What is lost when the vault is deleted. */
export interface Stakes {
  readonly keys: number;
  readonly destinations: number;
  /** When the last backup was saved, in epoch milliseconds. */
  readonly savedAt?: number;
}

/** A passkey that opens the vault; nothing in it is secret. */
export interface PasskeyView {
  readonly id: string;
  readonly createdAt: number;
  /** Base64; what browsers call the passkey. */
  readonly credentialId: string;
  /** Base64; what the passkey computes its answer from. */
  readonly salt: string;
}

/** Everything the popup and the app page show. Lists of keys and destinations are empty while locked. */
export interface AppState {
  /** Host patterns of OpenAI's that the person has taken from us, when there are any. */
  readonly withdrawn?: readonly string[];
  readonly vault: VaultStatus;
  /** After wrong tries: when the next one may be made, in epoch milliseconds. */
  readonly nextTryAt?: number;
  /** The passkeys that open the vault, oldest first; also while locked. */
  readonly passkeys: readonly PasskeyView[];
  readonly locking: LockSettings;
  readonly checking: CheckSettings;
  /** How many keys are being proved just now, or wait for their turn. */
  readonly beingChecked: number;
  /** Keys that broke and were not looked at since, by cause; also while locked. */
  readonly broken: readonly Broken[];
  /** A key waits in memory for the vault to take it; it is not saved yet. */
  readonly held?: HeldView;
  /** Keys that were sealed while the vault was locked and are not opened yet. */
  readonly sealedWhileLocked: number;
  /** The tab in front is a page of OpenAI's that shows a key that is not saved. */
  readonly keyVisible: boolean;
  /** The tab in front is a page of OpenAI's dashboard. */
  readonly onOpenAi: boolean;
  readonly guide?: GuideProgress;
  /** A recipe was picked and waits for the vault. */
  readonly pendingRecipeId?: string;
  readonly recipes: readonly RecipeView[];
  /** The recipes that were used last, newest first. */
  readonly recentRecipeIds: readonly string[];
  /** Kept recipes that can't be read, by their ids. */
  readonly damagedRecipeIds: readonly string[];
  /** The newest keys, and the one that is current; `keys/list` has them all. */
  readonly keys: readonly KeyView[];
  readonly keyCount: number;
  /** Keys that can be brought back until the vault locks, the last discarded first. */
  readonly discarded: readonly DiscardedView[];
  /** Destinations and recipes that can be brought back until the vault locks, the last removed first. */
  readonly removed: readonly RemovedView[];
  /** Destinations whose settings are not what was last written: no key goes there. */
  readonly damagedDestinations: readonly Damage[];
  /** Why the database does not open, when the vault is `broken`. */
  readonly trouble?: ErrorCode;
  /** The key that the popup should show now: just captured, on its way, or just delivered. */
  readonly currentKeyId?: string;
  readonly destinations: readonly DestinationView[];
  /** Deliveries that go on just now. */
  readonly underWay: number;
  /** The key that was copied last. */
  readonly copied?: CopiedView;
  /** Only while unlocked. */
  readonly backup?: BackupStatus;
}
