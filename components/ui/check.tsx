import { useId } from 'react';

interface CheckProps {
  readonly label: string;
  readonly detail?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick, with what it means under its label. */
export function Check({ label, detail, checked, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={detail && `${id}-detail`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {detail && (
        <p id={`${id}-detail`} className="field-hint">
          {detail}
        </p>
      )}
    </div>
  );
}
