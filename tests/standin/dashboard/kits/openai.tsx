import { Button, CopyButton } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { SegmentedControl } from '@openai/apps-sdk-ui/components/SegmentedControl';
import { Select } from '@openai/apps-sdk-ui/components/Select';
import * as Radix from '@radix-ui/react-dialog';
import { Field } from './field.tsx';
import type { Kit } from './kit.ts';

/** OpenAI's own published components, in a Radix dialog (openai-components.md). */
export const KIT: Kit = {
  Dialog: (props) => (
    <Radix.Root open onOpenChange={(open) => open || props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog" aria-describedby={undefined}>
          <Radix.Title>{props.title}</Radix.Title>
          {props.children}
          <div className="footer">{props.footer}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),

  Button: ({ color, busy = false, disabled = false, ...props }) => (
    <Button
      color={color}
      loading={busy}
      disabled={disabled}
      onClick={props.onClick}
      {...(color === 'secondary' ? { variant: 'soft' } : {})}
    >
      {props.children}
    </Button>
  ),

  Segments: (props) => (
    <Field label={props.label}>
      <SegmentedControl
        aria-label={props.name ?? props.label}
        value={props.value}
        onChange={props.onChange}
      >
        {props.options.map(({ value, label }) => (
          <SegmentedControl.Option key={value} value={value}>
            {label}
          </SegmentedControl.Option>
        ))}
      </SegmentedControl>
      {props.children}
    </Field>
  ),

  Select: (props) => (
    <Field label={props.label}>
      <Select
        value={props.value}
        options={[...props.options]}
        onChange={({ value }) => props.onChange(value)}
      />
      {props.children}
    </Field>
  ),

  TextField({ label, placeholder, type = 'text', value, onChange }) {
    const input = (
      <Input
        type={type}
        {...(type === 'number' ? { min: 1 } : {})}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    );
    return label === undefined ? input : <Field label={label}>{input}</Field>;
  },

  // What the rows look like is not known, so the two pages differ.
  RowChoice: ({ kind, choices, value, onChange }) =>
    kind === 'admin' ? (
      // Radios in a group without a name. The component asks for one; an empty one leaves it without.
      <SegmentedControl aria-label="" size="xs" value={value} onChange={onChange}>
        {choices.map((each) => (
          <SegmentedControl.Option key={each} value={each}>
            {each}
          </SegmentedControl.Option>
        ))}
      </SegmentedControl>
    ) : (
      // A select whose name is its value. "Mixed" is shown, but can't be chosen.
      <Select
        value={choices.includes(value) ? value : ''}
        placeholder={value}
        options={choices.map((each) => ({ value: each, label: each }))}
        onChange={({ value: next }) => onChange(next)}
        block={false}
      />
    ),

  ShownValue: ({ value, hasCopy = false }) => (
    <Field>
      {hasCopy ? (
        <Input
          readOnly
          autoSelect
          value={value}
          endAdornment={
            <CopyButton copyValue={value} color="secondary" variant="soft" size="xs">
              Copy
            </CopyButton>
          }
        />
      ) : (
        <Input readOnly value={value} />
      )}
    </Field>
  ),
};
