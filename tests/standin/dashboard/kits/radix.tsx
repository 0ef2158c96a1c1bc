/* oxlint-disable jsx-a11y/prefer-tag-over-role -- Radix has these roles on elements without a look of their own. */
import * as Radix from '@radix-ui/react-dialog';
import { useId } from 'react';
import { Field } from './field.tsx';
import type { ButtonProps, ChoiceProps, Kit, RowChoiceProps } from './kit.ts';
import { RadixSelect } from './radix-select.tsx';

function Button({ color, busy = false, disabled = false, children, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      data-slot="button"
      className="kit-button"
      data-color={color}
      disabled={disabled || busy}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** Radix's radio group: buttons without content, each with a label beside it. */
function Segments<V extends string>(props: ChoiceProps<V>) {
  const id = useId();
  return (
    <Field label={<span id={id}>{props.label}</span>}>
      <div role="radiogroup" aria-labelledby={id} className="kit-row">
        {props.options.map(({ value, label }) => (
          <div key={value} className="kit-radio">
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- The label beside it. */}
            <button
              id={`${id}-${value}`}
              type="button"
              role="radio"
              className="kit-dot"
              value={value}
              aria-checked={value === props.value}
              data-state={value === props.value ? 'checked' : 'unchecked'}
              onClick={() => props.onChange(value)}
            />
            <label htmlFor={`${id}-${value}`}>{label}</label>
          </div>
        ))}
      </div>
      {props.children}
    </Field>
  );
}

/** Radix's toggle group, of which one is on: a group of radios. */
function Toggles({ labelId, choices, value, onChange }: RowChoiceProps) {
  return (
    <div role="group" aria-labelledby={labelId} className="kit-group">
      {choices.map((each) => (
        <button
          key={each}
          type="button"
          role="radio"
          className="kit-segment"
          aria-checked={each === value}
          data-state={each === value ? 'on' : 'off'}
          onClick={() => onChange(each)}
        >
          {each}
        </button>
      ))}
    </div>
  );
}

function Select({ label, value, options, children, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <Field label={<span id={id}>{label}</span>}>
      <RadixSelect labelledBy={id} value={value} options={options} onChange={onChange} />
      {children}
    </Field>
  );
}

/** Radix's dialog, with the radios, toggles and selects of shadcn/ui's forms. */
export const KIT: Kit = {
  Dialog: (props) => (
    <Radix.Root open onOpenChange={(open) => open || props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog" aria-describedby={undefined}>
          <div data-slot="dialog-header">
            <Radix.Title>{props.title}</Radix.Title>
          </div>
          {props.children}
          <div data-slot="dialog-footer" className="footer">
            {props.footer}
          </div>
          <Radix.Close aria-label="Close" className="kit-close">
            ×
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
  Button,
  Segments,
  Select,
  TextField({ label, placeholder, type = 'text', value, onChange }) {
    const input = (
      <input
        data-slot="input"
        type={type}
        className="kit-field"
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    );
    return label === undefined ? input : <Field label={label}>{input}</Field>;
  },
  RowChoice: (props) =>
    props.kind === 'project' ? (
      <Toggles {...props} />
    ) : (
      <RadixSelect
        labelledBy={props.labelId}
        value={props.value}
        placeholder={props.value}
        options={props.choices.map((each) => ({ value: each, label: each }))}
        onChange={props.onChange}
      />
    ),
  ShownValue: ({ value, hasCopy = false }) => (
    <div className="field kit-row">
      <input data-slot="input" readOnly className="kit-field" value={value} />
      {hasCopy && (
        <Button color="secondary" onClick={() => void navigator.clipboard.writeText(value)}>
          Copy
        </Button>
      )}
    </div>
  ),
};
