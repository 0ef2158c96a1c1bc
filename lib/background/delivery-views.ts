import type { PortalRecipe } from '@/lib/delivery/portal';
import type { Delivery, Receipt } from '@/lib/domain/delivery';
import { toWire } from '@/lib/domain/errors';
import { compareOwner } from '@/lib/domain/owner';
import type { KeptProof, ProofProgress, VerificationRow } from '@/lib/domain/verification';
import type { DeliveryView, PortalStage, VerificationView } from '@/lib/domain/views';
import { receiptNote, verificationNote } from '@/lib/vault/notes';
import { portalOf } from './portals';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

/** A delivery with its receipt, for pages that may see both. While locked the receipt is left out. */
export async function deliveryView(
  vault: Services['vault'],
  book: RecipeBook,
  row: Delivery,
  label: string = portalOf(row.destinationId, book)?.product ?? '',
): Promise<DeliveryView> {
  const { value: receipt, isLost } = await readFact<Receipt>(vault, receiptNote(row.id));
  const recipe = portalOf(row.destinationId, book);
  const stage = recipe && stageOf(row, recipe);
  return {
    id: row.id,
    destinationId: row.destinationId,
    label,
    state: row.state,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.proof ? { proof: row.proof } : {}),
    ...(stage ? { stage } : {}),
    ...(row.plan ? { plan: row.plan } : {}),
    ...(receipt ? { receipt } : {}),
    ...(isLost ? { isLost } : {}),
  };
}

function stageOf({ state, tested }: Delivery, { portal }: PortalRecipe): PortalStage | undefined {
  if (state === 'confirming' && tested) return 'finish';
  if (state === 'sent' && !portal.test) return 'keep';
  const stages: Partial<Record<Delivery['state'], PortalStage>> = {
    queued: 'open',
    sending: 'fill',
    sent: 'test',
    confirming: 'testing',
    confirmed: 'done',
  };
  return stages[state];
}

/** A proof with its report, for pages that may see both. While locked the report is left out. */
export async function verificationView(
  vault: Services['vault'],
  { itemId, state, outcome, reason, retryAt, updatedAt, broke }: VerificationRow,
  progress?: ProofProgress,
): Promise<VerificationView> {
  const note = verificationNote(itemId);
  const { value: result, isLost } = await readFact<KeptProof>(vault, note);
  const organization = compareOwner(true, {}, result?.owner).organization ?? result?.organization;
  return {
    state,
    ...(progress && state !== 'done' ? { progress } : {}),
    ...(outcome ? { outcome } : {}),
    ...(reason ? { reason } : {}),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(state === 'done' ? { checkedAt: updatedAt } : {}),
    ...(broke ? { broke } : {}),
    ...(result?.scope ? { scope: result.scope } : {}),
    ...(result?.report ? { report: result.report } : {}),
    ...(organization ? { organization } : {}),
    ...(result?.owner ? { owner: result.owner } : {}),
    ...(result?.shown ? { shown: result.shown } : {}),
    ...(result?.drifts ? { drifts: result.drifts } : {}),
    ...(isLost ? { isLost } : {}),
  };
}

/** A note; without a value while locked, and lost when it is not what was last written. */
async function readFact<T>(vault: Services['vault'], id: string) {
  try {
    return { value: await vault.readNote<T>(id), isLost: false };
  } catch (error) {
    return { value: undefined, isLost: toWire(error).code === 'vault_damaged' };
  }
}
