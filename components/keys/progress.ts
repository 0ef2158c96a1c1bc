import type { DeliveryView, PortalStage, VerificationView } from '@/lib/domain/views';
import type { StationState } from '../ui/line';

/** One live row: what it says (`ui.progress.<say>`) and how far it is. */
export interface ProgressRow {
  readonly say: string;
  readonly state: StationState;
}

const DONE_BEFORE: Readonly<Record<PortalStage, readonly string[]>> = {
  open: [],
  fill: ['opened'],
  test: ['opened', 'filled'],
  keep: ['opened', 'filled'],
  testing: ['opened', 'filled'],
  finish: ['opened', 'filled', 'tested'],
  done: ['opened', 'filled'],
};

/** The rows of a delivery under way: what is done, then what happens or what the person does. */
export function deliveryRows(delivery: DeliveryView): readonly ProgressRow[] {
  const { stage } = delivery;
  if (stage !== undefined) {
    const done = DONE_BEFORE[stage].map((say) => ({ say, state: 'done' as const }));
    if (stage === 'done') return done;
    return [...done, { say: stage, state: stage === 'testing' ? 'working' : 'current' }];
  }
  switch (delivery.state) {
    case 'queued':
      return [{ say: 'starting', state: 'working' }];
    case 'planned':
    case 'sending':
      return [...looked(delivery), { say: 'writing', state: 'working' }];
    case 'sent':
    case 'confirming':
      return [
        ...looked(delivery),
        { say: 'accepted', state: 'done' },
        { say: 'confirming', state: 'working' },
      ];
    case 'undoing':
      return [{ say: 'undoing', state: 'working' }];
    case 'confirmed':
    case 'undone':
    case 'waiting':
    case 'failed':
      return [];
  }
}

/** What the destination said before anything was written there. */
function looked({ plan }: DeliveryView): readonly ProgressRow[] {
  return plan ? [{ say: 'looked', state: 'done' }] : [];
}

/** The rows of a proof under way or passed. What it found wrong is a notice, not a row. */
export function proofRows(verification: VerificationView | undefined): readonly ProgressRow[] {
  if (verification === undefined) return [];
  if (verification.state === 'checking') return [{ say: 'checking', state: 'working' }];
  // It waits for the person, who is asked elsewhere.
  if (verification.reason === 'no_access') return [];
  if (verification.state === 'waiting') return [{ say: 'retrying', state: 'working' }];
  return verification.outcome === 'verified' ? [{ say: 'live', state: 'done' }] : [];
}
