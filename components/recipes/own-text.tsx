import type { ReactNode } from 'react';
import { message } from '../message';
import { Field } from '../ui/field';
import type { OwnFields } from './own-fields';

type TextField = 'product' | 'purpose' | 'reason' | 'place' | 'name' | 'expires';

interface OwnTextProps {
  readonly field: TextField;
  readonly fields: OwnFields;
  readonly onChange: (part: Partial<OwnFields>) => void;
  readonly reasonOf: (field: TextField) => string | undefined;
  /** The form was sent once. */
  readonly asked: boolean;
  readonly hint: ReactNode;
  readonly first?: boolean;
  readonly optional?: boolean;
}

/** One line of text of the form. */
export function OwnText(props: OwnTextProps) {
  const { field, fields, onChange, reasonOf, ...rest } = props;
  return (
    <Field
      {...rest}
      label={message(`ui.own.${field}`)}
      value={fields[field]}
      onChange={(value) => onChange({ [field]: value })}
      reason={reasonOf(field)}
    />
  );
}
