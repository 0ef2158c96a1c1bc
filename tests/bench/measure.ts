import { loadavg } from 'node:os';

/** What was measured of one variant: times in milliseconds, sizes in bytes, or counts. */
export interface Sample {
  readonly values: readonly number[];
  readonly median: number;
  /** The middle half's width, as a part of the median. */
  readonly spread: number;
}

/** A figure as a ratio of two variants of one run, beside what it should be. */
export interface Result {
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'bytes' | 'count';
  readonly samples: Readonly<Record<string, Sample>>;
  /** The two variants that are compared; a result without `base` stands for itself. */
  readonly ours: string;
  readonly base?: string;
  readonly figure: number;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly isMet: boolean;
  /** Too wide a spread, also after twice the rounds. */
  readonly isNoisy: boolean;
  readonly load: number;
  /** How a cost grows, for a chart. */
  readonly growth?: Growth;
}

/** A cost at growing amounts of something. */
export interface Growth {
  readonly title: string;
  /** Of what there is more and more. */
  readonly by: string;
  readonly unit: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/** How a run is done. */
export interface Options {
  readonly rounds: number;
  /** Smaller numbers of everything, for a look in under a minute. */
  readonly isQuick: boolean;
}

/** One benchmark: a row of the table in benches.ts. */
export interface Bench {
  readonly id: string;
  readonly run: (options: Options) => Promise<readonly Result[]>;
  /** Also in a quick run. */
  readonly isQuick?: true;
}

type Variants = Readonly<Record<string, () => Promise<number> | number>>;

/** Above it a median says little. */
const WIDE = 0.35;

/**
 * Measures variants in turns, each round beginning with another one, so that what the machine does
 * meanwhile meets all alike. Measures as often again when a spread is wide.
 */
export async function inTurns(variants: Variants, rounds: number): Promise<Record<string, Sample>> {
  const values: Record<string, number[]> = {};
  const names = Object.keys(variants);
  const round = async (at: number) => {
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(at + step) % names.length] ?? '';
      (values[name] ??= []).push(await (variants[name]?.() ?? 0));
    }
  };
  for (let at = 0; at < rounds; at += 1) await round(at);
  const samples = () =>
    Object.fromEntries(names.map((name) => [name, sample(values[name] ?? [])] as const));
  if (Object.values(samples()).some(({ spread }) => spread > WIDE)) {
    for (let at = rounds; at < 2 * rounds; at += 1) await round(at);
  }
  return samples();
}

/** Median and spread of some values. */
export function sample(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  const median = at(0.5);
  return { values, median, spread: median === 0 ? 0 : (at(0.75) - at(0.25)) / median };
}

interface Question {
  readonly id: string;
  readonly what: string;
  readonly unit?: Result['unit'];
  readonly ours: string;
  readonly base?: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Holds what was measured against a goal: the ratio of two medians, or one median by itself. */
export function judge(samples: Readonly<Record<string, Sample>>, question: Question): Result {
  const { ours, base, atMost = Infinity, atLeast = -Infinity } = question;
  const mine = samples[ours]?.median ?? Number.NaN;
  const other = base === undefined ? 1 : (samples[base]?.median ?? Number.NaN);
  const figure = mine / other;
  return {
    unit: 'ms',
    ...question,
    samples,
    figure,
    isMet: figure <= atMost && figure >= atLeast,
    isNoisy: [ours, base ?? ours].some((name) => (samples[name]?.spread ?? 0) > WIDE),
    load: loadavg()[0] ?? 0,
  };
}

/**
 * Holds a growth against proportion: the figure is the exponent by which the cost follows the amount
 * over its upper half, 0 for flat and 1 for linear.
 */
export function judgeGrowth(
  question: Pick<Question, 'id' | 'what'> & { readonly atMost: number },
  growth: Growth,
): Result {
  const { points } = growth;
  const upper = points.slice(Math.floor((points.length - 1) / 2));
  const [from, to] = [upper[0], upper.at(-1)];
  const figure =
    from && to ? Math.log(to.value / from.value) / Math.log(to.at / from.at) : Number.NaN;
  return {
    ...question,
    unit: 'count',
    samples: Object.fromEntries(
      points.map(({ at, value }) => [`${at} ${growth.by}:`, sample([value])]),
    ),
    ours: `${to?.at} ${growth.by}:`,
    figure,
    isMet: figure <= question.atMost,
    isNoisy: false,
    load: loadavg()[0] ?? 0,
    growth,
  };
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
