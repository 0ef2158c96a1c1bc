import type { ReactNode } from 'react';

/** The sets of widgets that the dashboard can be made of; the first is what it very probably is made of. */
export const KIT_NAMES = [
  'openai',
  'radix',
  'native',
  'headless-ui',
  'react-aria',
  'base-ui',
] as const;

/** One of {@link KIT_NAMES}. */
export type KitName = (typeof KIT_NAMES)[number];

/** A modal dialog that closes on Escape and on a press outside. */
export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Its last row: the buttons. */
  readonly footer: ReactNode;
  onClose(): void;
}

/** A button of a dialog. */
export interface ButtonProps {
  readonly color: 'primary' | 'secondary' | 'danger';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
  onClick(): void;
}

/** One of the things that a control offers. */
export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/** A choice with a visible label above it. */
export interface ChoiceProps<V extends string = string> {
  readonly label: string;
  /** What assistive technology calls it, where that is known to be something else. */
  readonly name?: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  /** What belongs to the choice, below it. */
  readonly children?: ReactNode;
  onChange(value: V): void;
}

/** A field for one line of text. */
export interface TextFieldProps {
  /** Without one the field belongs to the choice above it. */
  readonly label?: ReactNode;
  readonly placeholder?: string;
  readonly type?: 'text' | 'number';
  readonly value: string;
  onChange(value: string): void;
}

/** The control of one row of the restricted matrix. */
export interface RowChoiceProps {
  readonly kind: 'admin' | 'project';
  /** The id of the element that holds the row's name, for kits that tie the two. */
  readonly labelId: string;
  readonly choices: readonly string[];
  /** One of the choices, or "Mixed". */
  readonly value: string;
  onChange(choice: string): void;
}

/** A read-only field. */
export interface ShownValueProps {
  readonly value: string;
  /** A button beside it copies the value. */
  readonly hasCopy?: boolean;
}

/** The widgets that the dialogs are made of. */
export interface Kit {
  Dialog(props: DialogProps): ReactNode;
  Button(props: ButtonProps): ReactNode;
  /** A few choices, all in sight. */
  Segments<V extends string>(props: ChoiceProps<V>): ReactNode;
  /** A choice from a list that opens. */
  Select(props: ChoiceProps): ReactNode;
  TextField(props: TextFieldProps): ReactNode;
  RowChoice(props: RowChoiceProps): ReactNode;
  ShownValue(props: ShownValueProps): ReactNode;
}
