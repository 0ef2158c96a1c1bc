import { Drawer } from '@base-ui/react/drawer';
import { Field } from '@base-ui/react/field';
import { Input } from '@base-ui/react/input';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Select } from '@base-ui/react/select';
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useId } from 'react';
import type { ButtonProps, ChoiceProps, Kit, Option } from './kit.ts';

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

function List({ options }: { options: readonly Option[] }) {
  return (
    <Select.Portal>
      <Select.Positioner className="kit-above">
        <Select.Popup className="kit-list">
          <Select.List>
            {options.map(({ value, label }) => (
              <Select.Item key={value} value={value}>
                <Select.ItemIndicator>✓</Select.ItemIndicator>
                <Select.ItemText>{label}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.List>
        </Select.Popup>
      </Select.Positioner>
    </Select.Portal>
  );
}

function Segments<V extends string>(props: ChoiceProps<V>) {
  const id = useId();
  return (
    <div className="field">
      <div id={id} className="label">
        {props.label}
      </div>
      <RadioGroup<V>
        aria-labelledby={id}
        value={props.value}
        onValueChange={props.onChange}
        className="kit-row"
      >
        {props.options.map(({ value, label }) => (
          <label key={value} className="kit-radio">
            <Radio.Root value={value} className="kit-dot" />
            {label}
          </label>
        ))}
      </RadioGroup>
      {props.children}
    </div>
  );
}

/** Base UI, with its drawer for a dialog. */
export const KIT: Kit = {
  Dialog: ({ title, children, footer, onClose }) => (
    <Drawer.Root open swipeDirection="right" onOpenChange={(open) => open || onClose()}>
      <Drawer.Portal>
        <Drawer.Backdrop className="overlay" />
        <Drawer.Viewport className="kit-viewport">
          <Drawer.Popup className="dialog kit-drawer">
            <Drawer.Content>
              <Drawer.Title>{title}</Drawer.Title>
              {children}
              <div className="footer">{footer}</div>
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  ),
  Button,
  Segments,
  Select: ({ label, value, options, children, onChange }) => (
    <Field.Root className="field">
      <Field.Label className="label">{label}</Field.Label>
      <Select.Root
        items={[...options]}
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
      >
        <Select.Trigger className="kit-trigger">
          <Select.Value />
          <Select.Icon>⌄</Select.Icon>
        </Select.Trigger>
        <List options={options} />
      </Select.Root>
      {children}
    </Field.Root>
  ),
  TextField: ({ label, placeholder, type = 'text', value, onChange }) => (
    <Field.Root className="field">
      {label !== undefined && <Field.Label className="label">{label}</Field.Label>}
      <Input
        type={type}
        className="kit-field"
        placeholder={placeholder}
        value={value}
        onValueChange={onChange}
      />
    </Field.Root>
  ),
  // Selects on one page, and buttons of which one is pressed on the other.
  RowChoice: ({ kind, labelId, choices, value, onChange }) =>
    kind === 'admin' ? (
      <Select.Root value={value} onValueChange={(next) => next !== null && onChange(next)}>
        <Select.Trigger className="kit-trigger" aria-labelledby={labelId}>
          <Select.Value />
          <Select.Icon>⌄</Select.Icon>
        </Select.Trigger>
        <List options={choices.map((each) => ({ value: each, label: each }))} />
      </Select.Root>
    ) : (
      <ToggleGroup
        aria-labelledby={labelId}
        className="kit-group"
        value={[value]}
        onValueChange={([next]) => next !== undefined && onChange(next)}
      >
        {choices.map((each) => (
          <Toggle key={each} value={each} className="kit-segment">
            {each}
          </Toggle>
        ))}
      </ToggleGroup>
    ),
  ShownValue: ({ value, hasCopy = false }) => (
    <div className="field kit-row">
      <Input readOnly aria-label="API key" className="kit-field" value={value} />
      {hasCopy && (
        <Button color="secondary" onClick={() => void navigator.clipboard.writeText(value)}>
          Copy
        </Button>
      )}
    </div>
  ),
};
