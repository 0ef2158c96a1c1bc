import { keyKind, type ApiKey, type KeyKind, type OpenAiKind } from '@/lib/domain/api-key';
import type { CheckSettings } from '@/lib/domain/checking';
import { compareOwner, type ShownOwner } from '@/lib/domain/owner';
import type { ScopeNeed } from '@/lib/domain/permission-report';
import { scopesFor } from '@/lib/domain/scopes';
import type {
  Drifts,
  KeptProof,
  ProofProgress,
  Question,
  VerificationResult,
} from '@/lib/domain/verification';
import { isChildRowOnly } from '@/lib/domain/warnings';
import type { Io } from '@/lib/http';
import type { VaultItem } from '@/lib/vault/item';
import { verificationNote } from '@/lib/vault/notes';
import type { NoteRow } from '@/lib/vault/rows';
import type { Vault } from '@/lib/vault/vault';
import { needOf } from '@/lib/verification/need-of';
import { questionsFor } from '@/lib/verification/probes';
import { verifyKey } from '@/lib/verification/verify-key';
import type { MemoryStore } from './memory';
import type { RecipeBookStore } from './recipe-book';

interface Deps {
  readonly vault: Pick<Vault, 'item' | 'items' | 'note' | 'sealNote' | 'readNote' | 'revise'>;
  readonly book: Pick<RecipeBookStore, 'read'>;
  readonly memory: Pick<MemoryStore, 'change'>;
  readonly settings: () => Promise<CheckSettings>;
  /** Whether the browser lets us reach OpenAI's API. */
  readonly mayProve: () => Promise<boolean>;
  readonly io: Io;
  /** See {@link createDrift}. */
  readonly drift: (itemId: string, before: Drifts) => Promise<Drifts>;
}

/** A key of the practice is none of OpenAI's. */
const isReal = <T extends { readonly kind: KeyKind }>(
  item: T,
): item is T & { readonly kind: OpenAiKind } => item.kind !== 'practice';

/** Pages are told of answers at most this often, in milliseconds. */
const TELL_EVERY = 400;

/** Proves a key by what is known of it, and keeps what was found. */
export function createVerifying(deps: Deps) {
  const { vault, io } = deps;

  /** What its job needs; without one, nothing is needed and nothing too much. */
  async function needFor(item: VaultItem | undefined): Promise<ScopeNeed> {
    const recipe = (await deps.book.read()).find(item?.details.recipeId)?.recipe;
    if (recipe) return needOf(recipe.key);
    return { needed: [], optional: item ? scopesFor(item.kind) : [] };
  }

  /** What was found before; nothing when that can't be read: a damaged note must not stop a proof. */
  async function keptOf(itemId: string): Promise<Partial<KeptProof>> {
    return (await vault.readNote<KeptProof>(verificationNote(itemId)).catch(() => undefined)) ?? {};
  }

  function showProgress(itemId: string, progress: ProofProgress | undefined): Promise<void> {
    return deps.memory.change(({ proofs }) => {
      const { [itemId]: _before, ...others } = proofs;
      return { proofs: progress ? { ...others, [itemId]: progress } : others };
    });
  }

  async function ask(itemId: string, key: ApiKey): Promise<VerificationResult> {
    const [item, { getOnly }, kept] = await Promise.all([
      vault.item(itemId),
      deps.settings(),
      keptOf(itemId),
    ]);
    let toldAt = 0;
    // Nobody waits for what is shown.
    const tell = (progress: ProofProgress | undefined) =>
      void showProgress(itemId, progress).catch(() => undefined);
    try {
      return await verifyKey(key, await needFor(item), io, {
        createdAt: item?.createdAt ?? io.now(),
        getOnly,
        wasLive: kept.wasLive === true || kept.report !== undefined,
        revoking: kept.revoking === true,
        childRowOnly: isChildRowOnly(item?.details.rows ?? {}),
        onProgress(done, total) {
          if (done < total && io.now() - toldAt < TELL_EVERY) return;
          toldAt = io.now();
          tell({ done, total });
        },
      });
    } finally {
      tell(undefined);
    }
  }

  return {
    async verify(itemId: string, key: ApiKey): Promise<VerificationResult> {
      if (keyKind(key) === 'practice') return { outcome: 'indeterminate', reason: 'practice' };
      if (!(await deps.mayProve())) return { outcome: 'indeterminate', reason: 'no_access' };
      const result = await ask(itemId, key);
      // Access that is taken away in the middle looks like a network that fails.
      const isCut = result.reason === 'network' && !(await deps.mayProve());
      return isCut ? { outcome: 'indeterminate', reason: 'no_access' } : result;
    },

    /** Seals what was found, with what was known before and no proof loses. */
    async sealResult(itemId: string, result: VerificationResult, found?: Drifts): Promise<NoteRow> {
      const organization = compareOwner(true, {}, result.owner).organization ?? result.organization;
      // Keys are searched by it. That it could not be written must not undo the proof.
      if (organization) await keepOrganization(itemId, organization).catch(() => undefined);
      const { wasLive, report, revoking, shown, drifts: before } = await keptOf(itemId);
      const drifts = found ?? before;
      const isLive = result.report !== undefined;
      const kept: KeptProof = {
        ...result,
        ...(isLive || wasLive || report ? { wasLive: true } : {}),
        ...(revoking && !isLive ? { revoking } : {}),
        ...(shown ? { shown } : {}),
        ...(drifts ? { drifts } : {}),
      };
      return vault.sealNote(verificationNote(itemId), kept);
    },

    /** Asks the places that the key was delivered to whether they still hold it. */
    lookAtPlaces: async (itemId: string): Promise<Drifts> =>
      deps.drift(itemId, (await keptOf(itemId)).drifts ?? {}),

    /** The person is led to take the key away: from now on OpenAI's no is no surprise. */
    async noteRevoking(itemId: string): Promise<void> {
      const kept: KeptProof = {
        outcome: 'indeterminate',
        ...(await keptOf(itemId)),
        revoking: true,
      };
      await vault.note(verificationNote(itemId), kept);
    },

    /** Keeps what OpenAI's page showed as chosen when a key was made. Works while locked. */
    async noteShown(itemId: string, shown: ShownOwner): Promise<void> {
      if (Object.keys(shown).length === 0) return;
      const kept: KeptProof = { outcome: 'indeterminate', ...(await keptOf(itemId)), shown };
      await vault.note(verificationNote(itemId), kept);
    },

    /** What the next proof of a key will ask OpenAI. */
    async questions(itemId: string): Promise<readonly Question[]> {
      const item = await vault.item(itemId);
      return item && isReal(item) ? questionsTo(item) : [];
    },

    /** How many keys there are, and how many questions a check of all of them asks at most. */
    async allQuestions() {
      const items = (await vault.items()).filter(isReal);
      const { getOnly } = await deps.settings();
      const counts = items.map(({ kind }) => questionsFor(kind, [], getOnly, io.now()).length);
      return { keys: items.length, questions: counts.reduce((sum, count) => sum + count, 0) };
    },
  };

  async function questionsTo(
    item: VaultItem & { readonly kind: OpenAiKind },
  ): Promise<readonly Question[]> {
    const [{ needed }, { getOnly }] = await Promise.all([needFor(item), deps.settings()]);
    return questionsFor(item.kind, needed, getOnly, io.now());
  }

  async function keepOrganization(itemId: string, organization: string): Promise<void> {
    if ((await vault.item(itemId))?.details.organization === organization) return;
    await vault.revise(itemId, (details) => ({ ...details, organization }));
  }
}
