import { useId } from 'react';
import type { Option } from './choice';

interface ChoicesProps {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A list of boxes to tick, one or more. */
export function Choices({ legend, options, values, onChange }: ChoicesProps) {
  const id = useId();
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map(({ detail, refused, title, value }) => (
        <label key={value} className="choice-option" htmlFor={`${id}-${value}`} aria-label={title}>
          <input
            type="checkbox"
            id={`${id}-${value}`}
            checked={values.includes(value)}
            disabled={refused !== undefined}
            aria-describedby={`${id}-${value}-detail`}
            onChange={() => toggle(value)}
          />
          <span className="row-main">
            <span className="row-title">{title}</span>
            <span className="row-detail" id={`${id}-${value}-detail`}>
              {refused ?? detail}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
