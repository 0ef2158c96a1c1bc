import { useId, type ReactNode } from 'react';
import { message } from '../message';
import type { ProgressRow } from './progress';

interface ProgressRowsProps {
  readonly title: string;
  readonly rows: readonly ProgressRow[];
  /** Where the key goes, for the rows that name it. */
  readonly place: string;
  /** Under the rows, and not read out as it changes. */
  readonly beside?: ReactNode;
}

/** The live rows of a delivery or a proof, read out as they change. */
export function ProgressRows({ title, rows, place, beside }: ProgressRowsProps) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section className="progress" aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      <ul aria-live="polite">
        {rows.map(({ say, state }) => (
          <li key={say} data-state={state}>
            <span className="progress-mark" aria-hidden="true" />
            {message(`ui.progress.${say}`, [place])}
          </li>
        ))}
      </ul>
      {beside}
    </section>
  );
}
