import { useId } from 'react';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Announced at once and tied to the field. */
  readonly error?: string | undefined;
  /** For what people write, not programs. */
  readonly prose?: boolean;
}

/** A labelled field for a text of several lines. */
export function TextArea({ label, value, onChange, error, prose }: TextAreaProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
      </div>
      <textarea
        id={id}
        className={prose ? 'input' : 'input mono'}
        rows={prose ? 3 : 8}
        value={value}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={error && `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
