import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** The part of it in which the thread had a core. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string; readonly fileName?: string } };
}

/** What scripts of an extension did in a page meanwhile, as the browser's own trace tells. */
export interface Traced {
  /** Time of its scripts on a core, in milliseconds: compiling, evaluating and every call. */
  readonly scriptMs: number;
  /** The longest of the tasks that such a script ran in. */
  readonly longestMs: number;
  readonly calls: number;
}

/** Our scripts in pages, and the empty one; a worker may start meanwhile, which is not the page's time. */
export const IN_PAGES = /^chrome-extension:\/\/[a-p]+\/content/;

const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile']);

/** Traces some work, and counts the time of scripts whose address fits. */
export async function traced(
  driver: ChromiumDriver,
  address: RegExp,
  work: () => Promise<unknown>,
): Promise<Traced> {
  const session = await driver.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('Playwright gave no browser session');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  });
  await work();
  const complete = new Promise<void>((done) =>
    session.once('Tracing.tracingComplete', () => done()),
  );
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return sumUp(events, address);
}

function sumUp(events: readonly TraceEvent[], address: RegExp): Traced {
  const isOurs = ({ args }: TraceEvent) =>
    address.test(args.data?.url ?? args.data?.fileName ?? '');
  const ours = events.filter((event) => SCRIPT.has(event.name) && event.dur && isOurs(event));
  const tasks = events.filter(({ name, dur }) => name === 'RunTask' && dur);
  const outer = ours.filter(
    (event) => !ours.some((other) => other !== event && contains(other, event)),
  );
  const around = tasks.filter((task) => outer.some((event) => contains(task, event)));
  return {
    scriptMs: outer.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1_000,
    longestMs: Math.max(0, ...around.map(({ dur = 0 }) => dur)) / 1_000,
    calls: outer.length,
  };
}

function contains(outer: TraceEvent, inner: TraceEvent): boolean {
  return (
    outer.pid === inner.pid &&
    outer.tid === inner.tid &&
    outer.ts <= inner.ts &&
    outer.ts + (outer.dur ?? 0) >= inner.ts + (inner.dur ?? 0)
  );
}
