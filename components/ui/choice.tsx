import { useId, type ReactNode } from 'react';

/** One of several to choose from. `refused` says why it can't be chosen. */
export interface Option {
  readonly value: string;
  readonly title: string;
  readonly detail?: ReactNode;
  readonly refused?: string | undefined;
}

interface ChoiceProps {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A list of radio buttons. */
export function Choice({ legend, options, value, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="choice-option"
          htmlFor={`${id}-${option.value}`}
          aria-label={option.title}
        >
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={id}
            value={option.value}
            checked={option.value === value}
            disabled={option.refused !== undefined}
            onChange={() => onChange(option.value)}
          />
          <span className="row-main">
            <span className="row-title">{option.title}</span>
            <span className="row-detail">{option.refused ?? option.detail}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
