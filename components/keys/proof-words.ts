import type { KeyView } from '@/lib/domain/views';
import type { VerificationReason } from '@/lib/domain/verification';
import { message } from '../message';
import { scopeWords } from './report-rows';

/** Why a key was not verified: what happened, and what to do. */
export function reasonSentence({ kind, verification }: KeyView): string | undefined {
  const { reason, scope, report } = verification ?? {};
  if (reason === undefined) return undefined;
  const about = scope ?? report?.missing[0];
  return message(`verification.${reason}`, about === undefined ? [] : scopeWords(kind, about));
}

const EDITABLE: readonly VerificationReason[] = ['missing_scope', 'parent_row'];

/** True when the person mends it in OpenAI's edit dialog: a right lacks, or there is one too many. */
export function canEdit({ kind, verification }: KeyView): boolean {
  const { reason, report, state } = verification ?? {};
  if (state !== 'done' || kind === 'service-account') return false;
  return (reason !== undefined && EDITABLE.includes(reason)) || (report?.excess.length ?? 0) > 0;
}
