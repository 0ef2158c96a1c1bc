import { useCallback, useEffect, useState } from 'react';
import type { LoggedEntry } from '@/lib/messaging/activity-messages';
import { send } from '@/lib/messaging/client';
import { usePlatform } from '../platform';

/** What is loaded of the log, newest first, or why it could not be had. */
export interface LiveLog {
  readonly entries?: readonly LoggedEntry[];
  readonly total: number;
  /** Whether there are older entries than these. */
  readonly more: boolean;
  readonly error?: unknown;
  readonly reload: () => void;
  /** Loads the next page of older ones. */
  readonly loadOlder: () => Promise<void>;
}

interface Loaded {
  readonly entries?: readonly LoggedEntry[];
  readonly total: number;
  readonly more: boolean;
  readonly error?: unknown;
}

/** Follows the log, or what is in it about one key, page by page. */
export function useLog(itemId: string | undefined, limit: number): LiveLog {
  const { watch } = usePlatform();
  const [loaded, setLoaded] = useState<Loaded>({ total: 0, more: false });

  const load = useCallback(
    (before?: number): Promise<void> => {
      const query = {
        limit,
        ...(before === undefined ? {} : { before }),
        ...(itemId === undefined ? {} : { itemId }),
      };
      return send('activity/list', query).then(
        ({ entries, total, more }) =>
          setLoaded((present) => {
            const known = present.entries ?? [];
            const isOlder = before !== undefined || known.length === 0;
            const isApart = (entries.at(-1)?.seq ?? 0) > (known[0]?.seq ?? 0);
            // So much is new that what was loaded would stand there with a gap before it.
            if (!isOlder && more && isApart) return { entries, total, more };
            // What is older than a page of the newest stays as it was loaded.
            return { entries: merged(known, entries), total, more: isOlder ? more : present.more };
          }),
        (error: unknown) => setLoaded((present) => ({ ...present, error })),
      );
    },
    [itemId, limit],
  );

  useEffect(() => {
    const stop = watch(() => void load());
    void load();
    return stop;
  }, [watch, load]);

  const oldest = loaded.entries?.at(-1)?.seq;
  return { ...loaded, reload: () => void load(), loadOlder: () => load(oldest) };
}

/** Two parts of the log, newest first, each entry once. */
function merged(
  known: readonly LoggedEntry[],
  fresh: readonly LoggedEntry[],
): readonly LoggedEntry[] {
  const all = new Map([...known, ...fresh].map((each) => [each.seq, each]));
  return [...all.values()].toSorted((a, b) => b.seq - a.seq);
}
