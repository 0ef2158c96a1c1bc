import { i18n } from '#i18n';
import type { VerificationView } from '@/lib/domain/views';
import { useSecondsUntil } from '../use-seconds';
import { proofRows } from './progress';
import { ProgressRows } from './progress-rows';

interface ProofRowsProps {
  readonly verification: VerificationView | undefined;
  readonly place: string;
}

/** The rows of a proof, with how many questions are answered, or how long until it is tried again. */
export function ProofRows({ verification, place }: ProofRowsProps) {
  const { progress, reason, retryAt, state } = verification ?? {};
  const waits = state === 'waiting' && reason !== 'no_access';
  return (
    <ProgressRows
      title={i18n.t('ui.progress.prove')}
      rows={proofRows(verification)}
      place={place}
      // Numbers that change by the second are not read out by themselves.
      beside={
        <>
          {progress && (
            <p className="proof-count">
              <progress value={progress.done} max={progress.total} aria-hidden="true" />
              {i18n.t('ui.check.answered', [String(progress.done), String(progress.total)])}
            </p>
          )}
          {waits && retryAt !== undefined && (
            <p className="proof-count" role="timer">
              <Countdown until={retryAt} isFresh={reason === 'too_fresh'} />
            </p>
          )}
        </>
      }
    />
  );
}

/** Longer waits are told in minutes. */
const MINUTES_FROM = 90;

function Countdown({ until, isFresh }: { readonly until: number; readonly isFresh: boolean }) {
  const seconds = useSecondsUntil(until);
  if (seconds === 0) return i18n.t('ui.check.now');
  if (seconds > MINUTES_FROM) {
    return i18n.t('ui.check.later', [String(Math.ceil(seconds / 60))]);
  }
  return i18n.t(isFresh ? 'ui.check.fresh' : 'ui.check.soon', [String(seconds)]);
}
