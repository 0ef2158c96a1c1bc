import { i18n } from '#i18n';
import type { LoggedEntry } from '@/lib/messaging/activity-messages';
import { momentWords } from '../keys/words';
import { message } from '../message';
import { reasonOf, standOf, timeWords, type LogCheck } from './words';

interface LogRowsProps {
  readonly entries: readonly LoggedEntry[];
  readonly check?: LogCheck | undefined;
  /** Leaves out the key, where all are about the same one. */
  readonly oneKey?: boolean;
  /** Says the day too, where no heading does. */
  readonly dated?: boolean;
}

/** Entries, each with its time, what happened, and to which key. */
export function LogRows({ entries, check, oneKey = false, dated = false }: LogRowsProps) {
  return (
    <ol className="log">
      {entries.map((each) => (
        <LogRow key={each.seq} logged={each} check={check} oneKey={oneKey} dated={dated} />
      ))}
    </ol>
  );
}

interface LogRowProps {
  readonly logged: LoggedEntry;
  readonly check: LogCheck | undefined;
  readonly oneKey: boolean;
  readonly dated: boolean;
}

function LogRow({ logged, check, oneKey, dated }: LogRowProps) {
  const { entry, seq } = logged;
  const stand = standOf(logged, check);
  if (!entry) {
    return (
      <li className="log-row" data-stand="changed">
        <span />
        <span>{i18n.t('ui.activity.unreadable', [String(seq)])}</span>
      </li>
    );
  }
  const { at, what, place, itemId, redacted } = entry;
  const reason = reasonOf(entry);
  return (
    <li className="log-row" data-stand={stand}>
      <time dateTime={new Date(at).toISOString()}>{dated ? momentWords(at) : timeWords(at)}</time>
      <span className="log-what">
        <span>
          {message(`activity.${what}`)}
          {place && <span className="log-place">{place}</span>}
        </span>
        {reason && <span className="quiet">{reason}</span>}
        {stand !== 'sound' && (
          <strong className="log-stand">{message(`ui.activity.stand.${stand}`)}</strong>
        )}
      </span>
      {!oneKey && itemId && (
        <a href={`#activity/${encodeURIComponent(itemId)}`}>
          <code>{redacted ?? i18n.t('ui.activity.someKey')}</code>
        </a>
      )}
    </li>
  );
}
