import { useId } from 'react';
import { i18n } from '#i18n';
import { rowsFor } from '@/lib/domain/scopes';
import type { OwnFields } from './own-fields';

interface OwnMatrixProps {
  readonly fields: OwnFields;
  readonly onChange: (part: Partial<OwnFields>) => void;
  readonly error: string | undefined;
}

/** The dashboard's matrix of a restricted key: one choice for each row. */
export function OwnMatrix({ fields: { kind, rows }, onChange, error }: OwnMatrixProps) {
  const id = useId();
  return (
    <fieldset className="choice" aria-describedby={error && `${id}-error`}>
      <legend>{i18n.t('ui.own.rows')}</legend>
      <div className="matrix">
        {rowsFor(kind).map(({ row, choices }) => {
          const value = rows[row] ?? 'None';
          const offered = Object.keys(choices);
          return (
            <div key={row} data-set={value !== 'None' && offered.includes(value)}>
              <label htmlFor={`${id}-${row}`}>{row}</label>
              <select
                id={`${id}-${row}`}
                className="input"
                aria-invalid={error !== undefined}
                value={offered.includes(value) ? value : 'None'}
                onChange={(event) => onChange({ rows: { ...rows, [row]: event.target.value } })}
              >
                {offered.map((choice) => (
                  <option key={choice} value={choice}>
                    {choice === 'None' ? i18n.t('ui.own.none') : choice}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
