import { useEffect, useId, useRef, type MouseEvent } from 'react';
import type { ButtonProps, ChoiceProps, DialogProps, Kit, TextFieldProps } from './kit.ts';

/** A modal `<dialog>`. A press beyond its edges closes it: the usual few lines for a press on the backdrop. */
function Dialog({ title, children, footer, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const closeOutside = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>) => {
    const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
    const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (!isInside) onClose();
  };
  return (
    // The keyboard has Escape.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="kit-dialog"
      aria-labelledby={titleId}
      onMouseDown={closeOutside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="kit-body dialog-body">
        <h2 id={titleId}>{title}</h2>
        {children}
        <div className="footer">{footer}</div>
      </div>
    </dialog>
  );
}

function Button({ color, busy = false, disabled = false, children, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      className="kit-button"
      data-color={color}
      disabled={disabled || busy}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function Segments<V extends string>(props: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend className="label">{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} className="kit-radio">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
      {props.children}
    </fieldset>
  );
}

function Select({ label, value, options, children, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <select
        id={id}
        className="kit-field"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}

function TextField({ label, placeholder, type = 'text', value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      {label !== undefined && (
        <label htmlFor={id} className="label">
          {label}
        </label>
      )}
      <input
        id={id}
        type={type}
        className="kit-field"
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

function RowRadios({ labelId, choices, value, onChange }: Parameters<Kit['RowChoice']>[0]) {
  const name = useId();
  return (
    <fieldset aria-labelledby={labelId}>
      {choices.map((each) => (
        <label key={each} className="kit-radio">
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {each}
        </label>
      ))}
    </fieldset>
  );
}

/** The browser's own controls, each with its label. */
export const KIT: Kit = {
  Dialog,
  Button,
  Segments,
  Select,
  TextField,
  RowChoice: (props) =>
    props.kind === 'admin' ? (
      <RowRadios {...props} />
    ) : (
      <select
        aria-labelledby={props.labelId}
        className="kit-trigger"
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      >
        {!props.choices.includes(props.value) && <option disabled>{props.value}</option>}
        {props.choices.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    ),
  ShownValue: ({ value, hasCopy = false }) => (
    <div className="field kit-row">
      <input aria-label="Secret key" readOnly className="kit-field" value={value} />
      {hasCopy && (
        <Button color="secondary" onClick={() => void navigator.clipboard.writeText(value)}>
          Copy
        </Button>
      )}
    </div>
  ),
};
