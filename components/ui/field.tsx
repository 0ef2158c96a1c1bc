import { useId, useState, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { focusOnMount } from './focus';
import { howSaid } from './how-said';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly secret?: boolean;
  readonly hint?: ReactNode;
  /** Announced at once and tied to the field. */
  readonly error?: string | undefined;
  /** Why the text can't be right, of which the field knows when to say it. */
  readonly reason?: string | undefined;
  /** The person asked for what the form is for: a reason is said, whatever was touched. */
  readonly asked?: boolean;
  readonly optional?: boolean;
  readonly mono?: boolean;
  /** Lets the person look at a secret field's text. */
  readonly revealable?: boolean;
  readonly suggestions?: readonly string[];
  readonly first?: boolean;
}

/** A labelled line of text with its help under it, or in its place what is wrong. */
export function Field(props: FieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState(false);
  const [left, setLeft] = useState(false);
  const { asked = false, reason, secret = false, suggestions } = props;
  const said = howSaid({ typed, left, asked }, props.value);
  const error = props.error ?? (said === 'aloud' ? reason : undefined);
  const hint = said === 'help' ? (reason ?? props.hint) : props.hint;
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{props.label}</label>
        {props.optional && <span className="quiet">{i18n.t('ui.optional')}</span>}
        {props.revealable && (
          <button
            type="button"
            className="field-show"
            aria-pressed={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            {i18n.t('ui.show')}
          </button>
        )}
      </div>
      <input
        id={id}
        className={secret || props.mono ? 'input mono' : 'input'}
        type={secret && !shown ? 'password' : 'text'}
        value={props.value}
        // Browsers write fields of open pages to disk, a secret one too while it is shown.
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={described}
        list={suggestions && `${id}-list`}
        ref={props.first ? focusOnMount : undefined}
        onChange={(event) => {
          setTyped(true);
          props.onChange(event.target.value);
        }}
        onBlur={(event) => {
          // A press on a button must not move it away under the pointer: it checks the fields itself.
          if (!(event.relatedTarget instanceof HTMLButtonElement)) setLeft(true);
        }}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
      {hint && !error && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
