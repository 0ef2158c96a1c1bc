import type { Outcome, Verdict } from './case.ts';

type Counts = Record<Verdict, number>;

/** The figures of a run: of each mutator, and over all. */
export interface Figures {
  readonly rows: readonly (readonly [mutator: string, pages: number, counts: Counts])[];
  readonly all: Counts;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const names = [...new Set(outcomes.flatMap(({ mutators }) => mutators))].toSorted();
  const rows = names.map((name) => {
    const some = outcomes.filter(({ mutators }) => mutators.includes(name));
    return [name, some.length, count(some)] as const;
  });
  return { rows, all: count(outcomes) };
}

function count(outcomes: readonly Outcome[]): Counts {
  const counts: Counts = { found: 0, wrong: 0, declined: 0, excused: 0 };
  for (const { judged } of outcomes) for (const { verdict } of judged) counts[verdict] += 1;
  return counts;
}

/** The share of what can be found that was. */
export function shareFound({ found, wrong, declined }: Counts): number {
  return found / Math.max(found + wrong + declined, 1);
}

/** The figures as a table for people. */
export function tableOf({ rows, all }: Figures, pages: number): string {
  return [
    `${'mutator'.padEnd(32)}  pages   found  wrong  declined  excused    found`,
    ...rows.map((row) => lineOf(...row)),
    lineOf('all', pages, all),
  ].join('\n');
}

function lineOf(name: string, pages: number, counts: Counts): string {
  return [
    name.padEnd(32),
    String(pages).padStart(6),
    String(counts.found).padStart(7),
    String(counts.wrong).padStart(6),
    String(counts.declined).padStart(9),
    String(counts.excused).padStart(8),
    `${(100 * shareFound(counts)).toFixed(1)} %`.padStart(8),
  ].join(' ');
}

/** Every anchor that was not found though it can be, or found where it isn't, as one line each. */
export function failuresOf(outcomes: readonly Outcome[], verdict: Verdict): string[] {
  return outcomes.flatMap(({ seed, base, mutators, judged }) =>
    judged
      .filter((each) => each.verdict === verdict)
      .map(
        ({ anchor, why }) =>
          `KEYFERRY_SEED=${seed} · ${base} · ${mutators.join(' + ')} · ${anchor}: ${why}`,
      ),
  );
}
