import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { message } from '../message';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { fieldsOf, LABEL, previewOf } from './forms/check';
import type { DestinationForm, Reason, Typed } from './forms/form';

interface FormFieldsProps {
  readonly form: DestinationForm;
  readonly typed: Typed;
  readonly onChange: (field: string, value: string) => void;
  readonly reasons: Readonly<Record<string, Reason>>;
  /** Show the reason of every field, also of those not visited yet. */
  readonly all: boolean;
  /** Credentials that are in the vault already. */
  readonly kept: readonly string[];
}

/** The fields of a destination, each with its help. */
export function FormFields({ form, typed, onChange, reasons, all, kept }: FormFieldsProps) {
  const shown = fieldsOf(form, typed).filter(({ kind }) => kind !== 'given');
  return shown.map((field) => {
    const { choices = [], kind, name, say, optional, suggestions } = field;
    const value = typed[name] ?? '';
    const label = message(`ui.field.${say}`);
    const help = message(`ui.fieldHint.${say}`);
    if (kind === 'choice') {
      return (
        <Select
          key={name}
          label={label}
          value={value}
          options={choices.map((each) => [each, message(`ui.option.${say}_${each}`)])}
          onChange={(text) => onChange(name, text)}
          hint={help}
        />
      );
    }
    const reason = reasons[name] && message(reasons[name].key, reasons[name].words);
    const isKept = value === '' && kept.includes(name);
    const preview = kind === 'name' && !reason ? previewOf(form.adapter, value) : undefined;
    return (
      <Field
        key={name}
        label={label}
        value={value}
        onChange={(text) => onChange(name, text)}
        hint={<Hint preview={preview}>{isKept ? i18n.t('ui.form.kept') : help}</Hint>}
        reason={reason}
        asked={all}
        secret={kind === 'secret'}
        mono={name !== LABEL.name}
        first={name === LABEL.name}
        {...(optional ? { optional } : {})}
        {...(suggestions ? { suggestions } : {})}
      />
    );
  });
}

function Hint({
  children,
  preview,
}: {
  readonly children: ReactNode;
  readonly preview: string | undefined;
}) {
  return (
    <>
      {children}
      {preview !== undefined && (
        <span className="preview">{i18n.t('ui.form.preview', [preview])}</span>
      )}
    </>
  );
}
