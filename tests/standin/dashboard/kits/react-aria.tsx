import {
  Button,
  ComboBox,
  Dialog,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import type { ChoiceProps, Kit, Option } from './kit.ts';

function List({ options }: { options: readonly Option[] }) {
  return (
    <Popover className="kit-list kit-above">
      <ListBox items={options.map(({ value, label }) => ({ id: value, label }))}>
        {({ label }) => <ListBoxItem textValue={label}>{label}</ListBoxItem>}
      </ListBox>
    </Popover>
  );
}

/** A type-ahead for the projects, of which there may be many. */
function Projects({ label, value, options, onChange }: ChoiceProps) {
  return (
    <ComboBox
      className="field"
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
    >
      <Label className="label">{label}</Label>
      <div className="kit-row">
        <Input className="kit-button" />
        <Button className="kit-button">⌄</Button>
      </div>
      <List options={options} />
    </ComboBox>
  );
}

/** React Aria Components, in a modal that a press outside closes. */
export const KIT: Kit = {
  Dialog: ({ title, children, footer, onClose }) => (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
      className="kit-centre"
    >
      <Modal className="dialog">
        <Dialog>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className="footer">{footer}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  ),
  Button: ({ color, busy = false, disabled = false, children, onClick }) => (
    <Button
      className="kit-button"
      data-color={color}
      isPending={busy}
      isDisabled={disabled}
      onPress={onClick}
    >
      {children}
    </Button>
  ),
  Segments: (props) => (
    <RadioGroup
      className="field"
      value={props.value}
      onChange={(value) => {
        const chosen = props.options.find((each) => each.value === value);
        if (chosen) props.onChange(chosen.value);
      }}
    >
      <Label className="label">{props.label}</Label>
      <div className="kit-row">
        {props.options.map(({ value, label }) => (
          <Radio key={value} value={value} className="kit-radio">
            <span className="kit-dot" />
            {label}
          </Radio>
        ))}
      </div>
      {props.children}
    </RadioGroup>
  ),
  Select: (props) =>
    props.label === 'Project' ? (
      <Projects {...props} />
    ) : (
      <>
        <Select
          className="field"
          selectedKey={props.value}
          onSelectionChange={(key) => props.onChange(String(key))}
        >
          <Label className="label">{props.label}</Label>
          <Button className="kit-trigger">
            <SelectValue />
            <span aria-hidden="true">⌄</span>
          </Button>
          <List options={props.options} />
        </Select>
        {props.children}
      </>
    ),
  TextField: ({ label, placeholder, type = 'text', value, onChange }) => (
    <TextField
      className="field"
      type={type}
      value={value}
      onChange={onChange}
      {...(label === undefined ? { 'aria-label': placeholder ?? '' } : {})}
    >
      {label !== undefined && <Label className="label">{label}</Label>}
      <Input className="kit-field" placeholder={placeholder ?? ''} />
    </TextField>
  ),
  RowChoice: ({ labelId, choices, value, onChange }) => (
    <ToggleButtonGroup
      aria-labelledby={labelId}
      className="kit-group"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [next] = keys;
        if (next !== undefined) onChange(String(next));
      }}
    >
      {choices.map((each) => (
        <ToggleButton key={each} id={each} className="kit-segment">
          {each}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  ),
  ShownValue: ({ value, hasCopy = false }) => (
    <TextField className="field kit-row" aria-label="API key" isReadOnly value={value}>
      <Input className="kit-field" />
      {hasCopy && (
        <Button className="kit-button" onPress={() => void navigator.clipboard.writeText(value)}>
          Copy
        </Button>
      )}
    </TextField>
  ),
};
