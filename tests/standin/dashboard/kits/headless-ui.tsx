import {
  Combobox,
  ComboboxButton,
  ComboboxInput,
  ComboboxOption,
  ComboboxOptions,
  Description,
  Dialog,
  DialogPanel,
  DialogTitle,
  Field,
  Input,
  Label,
  Listbox,
  ListboxButton,
  ListboxOption,
  ListboxOptions,
  Radio,
  RadioGroup,
} from '@headlessui/react';
import { useState } from 'react';
import type { ButtonProps, ChoiceProps, Kit } from './kit.ts';

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

/** A type-ahead: the list holds what fits the text in the field. */
function Select({ label, value, options, children, onChange }: ChoiceProps) {
  const [typed, setTyped] = useState('');
  const fitting = options.filter((each) => each.label.toLowerCase().includes(typed.toLowerCase()));
  return (
    <Field className="field">
      <Label className="label">{label}</Label>
      <Combobox
        value={value}
        onChange={(next) => next !== null && onChange(next)}
        onClose={() => setTyped('')}
      >
        <div className="kit-row">
          <ComboboxInput
            className="kit-button"
            displayValue={(chosen) => options.find((each) => each.value === chosen)?.label ?? ''}
            onChange={({ target }) => setTyped(target.value)}
          />
          <ComboboxButton className="kit-button">⌄</ComboboxButton>
        </div>
        <ComboboxOptions anchor="bottom start" className="kit-list kit-above">
          {fitting.map((each) => (
            <ComboboxOption key={each.value} value={each.value}>
              {each.label}
            </ComboboxOption>
          ))}
        </ComboboxOptions>
      </Combobox>
      {children}
    </Field>
  );
}

/** Headless UI. */
export const KIT: Kit = {
  Dialog: ({ title, children, footer, onClose }) => (
    <Dialog open onClose={onClose}>
      <div className="kit-centre">
        <DialogPanel className="dialog">
          <DialogTitle>{title}</DialogTitle>
          {children}
          <div className="footer">{footer}</div>
        </DialogPanel>
      </div>
    </Dialog>
  ),
  Button,
  Segments: (props) => (
    <Field className="field">
      <Label className="label">{props.label}</Label>
      <RadioGroup value={props.value} onChange={props.onChange} className="kit-row">
        {props.options.map(({ value, label }) => (
          <Field key={value} className="kit-radio">
            <Radio value={value} className="kit-dot" />
            <Label>{label}</Label>
          </Field>
        ))}
      </RadioGroup>
      {props.children && <Description as="div">{props.children}</Description>}
    </Field>
  ),
  Select,
  TextField: ({ label, placeholder, type = 'text', value, onChange }) => (
    <Field className="field">
      {label !== undefined && <Label className="label">{label}</Label>}
      <Input
        type={type}
        className="kit-field"
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  ),
  RowChoice: ({ labelId, choices, value, onChange }) => (
    <Listbox value={value} onChange={onChange}>
      <ListboxButton className="kit-trigger" aria-labelledby={labelId}>
        {value}
      </ListboxButton>
      <ListboxOptions anchor="bottom end" className="kit-list kit-above">
        {choices.map((each) => (
          <ListboxOption key={each} value={each}>
            {each}
          </ListboxOption>
        ))}
      </ListboxOptions>
    </Listbox>
  ),
  ShownValue: ({ value, hasCopy = false }) => (
    <div className="field kit-row">
      {/* No field: the value is text. */}
      <code>{value}</code>
      {hasCopy && (
        <Button color="secondary" onClick={() => void navigator.clipboard.writeText(value)}>
          Copy
        </Button>
      )}
    </div>
  ),
};
