import type { Adapter, Job, Labels } from '@/lib/destinations/destination';
import type { Delivery } from '@/lib/domain/delivery';
import type { Io } from '@/lib/http';
import type { Route, Try } from './route';

/** An adapter with the settings of one destination, their names final. */
export interface Bound<S> {
  readonly adapter: Adapter<S>;
  readonly settings: S;
  readonly labels: Labels;
  /** What confirmed deliveries to this destination wrote. */
  readonly written: readonly Written[];
  /** The settings once more, with credentials that have not ended. */
  readonly renew?: (io: Io) => Promise<S>;
}

/** The same with credentials that have not ended. @throws KeyferryError of the place that renews them */
export async function renewed<S>(bound: Bound<S>, io: Io): Promise<Bound<S>> {
  return bound.renew ? { ...bound, settings: await bound.renew(io) } : bound;
}

/** What one delivery wrote. */
export interface Written {
  readonly as: string;
  /** When that delivery was queued; epoch milliseconds. */
  readonly queuedAt: number;
}

/** What an adapter must know of a delivery. */
export function jobOf<S>(
  { settings, labels, written }: Bound<S>,
  row: Pick<Delivery, 'operationId' | 'createdAt'> & Partial<Delivery>,
): Job<S> {
  return {
    operationId: row.operationId,
    settings,
    labels,
    queuedAt: row.createdAt,
    before: written.flatMap(({ as, queuedAt }) => (queuedAt <= row.createdAt ? [as] : [])),
    since: written.flatMap(({ as, queuedAt }) => (queuedAt > row.createdAt ? [as] : [])),
    isRetry: (row.attempt ?? 0) > 1,
    ...(row.overwrite ? { overwrite: true } : {}),
    ...(row.plan?.at === undefined ? {} : { seen: row.plan.at }),
    ...(row.sentAt === undefined ? {} : { sentAt: row.sentAt }),
    ...(row.written === undefined ? {} : { written: row.written }),
  };
}

/**
 * The way to a destination through its adapter.
 * @param show brings the page to the front that saves a file, where nothing is sent by itself
 */
export function adapterRoute<S>(
  bound: Bound<S>,
  io: Io,
  show: (delivery: Delivery) => Promise<void>,
): Route {
  const { adapter, settings } = bound;
  if (adapter.make) {
    return {
      origins: [],
      async deliver(row) {
        await show(row);
        return 'handed-over';
      },
      // Our page goes on with it, whenever the person comes back to it.
      isUnderWay: () => Promise.resolve(true),
      confirm: () => Promise.resolve('absent'),
    };
  }
  const until = ({ signal }: Try): Io => ({ ...io, signal });
  const jobFor = async (row: Delivery, one: Try) => jobOf(await renewed(bound, until(one)), row);
  const { undo } = adapter;
  return {
    origins: adapter.origins(settings),
    plan: async (row, one) => adapter.plan(await jobFor(row, one), until(one)),
    async deliver(row, one) {
      const job = { ...(await jobFor(row, one)), key: one.key };
      const written = await adapter.deliver(job, until(one));
      return written === undefined ? {} : { written };
    },
    confirm: async (row, one) =>
      adapter.confirm({ ...(await jobFor(row, one)), key: one.key }, until(one)),
    ...(undo
      ? { undo: async (row: Delivery, one: Try) => undo.run(await jobFor(row, one), until(one)) }
      : {}),
  };
}
