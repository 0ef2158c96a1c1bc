import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import type { Result } from './measure.ts';

/** A row for each result: what, the ratio, its goal, and the medians that it comes from. */
export function rowsOf(results: readonly Result[]): Record<string, string>[] {
  return results.map((result) => ({
    id: result.id,
    what: result.what,
    figure: result.base ? `${round(result.figure)} ×` : amount(result.figure, result.unit),
    goal: goalOf(result),
    met: `${result.isMet ? 'yes' : 'NO'}${result.isNoisy ? ' (noisy)' : ''}`,
    medians: Object.entries(result.samples)
      .map(([name, { median, spread }]) =>
        [name, amount(median, result.unit), spread > 0.005 ? `±${Math.round(spread * 50)} %` : '']
          .join(' ')
          .trim(),
      )
      .join(' · '),
  }));
}

/** Prints the rows, and what to make of them. */
export function printTable(results: readonly Result[]): void {
  console.table(rowsOf(results));
  const missed = results.filter(({ isMet }) => !isMet);
  console.log(`${results.length - missed.length} of ${results.length} goals met.`);
  const loads = results.map(({ load }) => load);
  console.log(
    `Load average ${round(Math.min(...loads))} to ${round(Math.max(...loads))} on ${cpus().length} cores.`,
  );
  const noisy = results.filter(({ isNoisy }) => isNoisy).map(({ id }) => id);
  if (noisy.length > 0)
    console.log(`Too wide a spread to tell: ${[...new Set(noisy)].join(', ')}.`);
}

/** Writes everything that was measured. */
export function writeJson(file: string, results: readonly Result[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), results }, undefined, 2)}\n`,
  );
}

function goalOf({ atMost, atLeast, unit, base }: Result): string {
  const say = (value: number) => (base ? `${value} ×` : amount(value, unit));
  if (atMost !== undefined) return `≤ ${say(atMost)}`;
  return atLeast === undefined ? '–' : `≥ ${say(atLeast)}`;
}

function amount(value: number, unit: Result['unit']): string {
  if (unit === 'bytes') return value >= 1_000 ? `${round(value / 1_000)} kB` : `${round(value)} B`;
  return unit === 'ms' ? `${round(value)} ms` : round(value);
}

function round(value: number): string {
  return Number(value.toPrecision(3)).toString();
}
