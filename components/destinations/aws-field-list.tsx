import { useState } from 'react';
import { i18n } from '#i18n';
import { Field } from '../ui/field';
import { REGIONS, type AwsFields } from './aws-fields';

interface AwsFieldListProps {
  readonly fields: AwsFields;
  readonly onChange: (field: keyof AwsFields, value: string) => void;
  readonly reasonOf: (field: keyof AwsFields) => string | undefined;
  /** Show the reason of every field, also of those not visited yet. */
  readonly all: boolean;
}

/**
 * The fields of an AWS account. A reason stands in place of the help while a field is typed the
 * first time, and turns into an error once it was left.
 */
export function AwsFieldList({ fields, onChange, reasonOf, all }: AwsFieldListProps) {
  const [left, setLeft] = useState<ReadonlySet<keyof AwsFields>>(new Set());
  const field = (name: keyof AwsFields, label: string, help: string) => {
    const reason = reasonOf(name);
    const said = all || (left.has(name) && fields[name] !== '');
    return {
      label,
      value: fields[name],
      onChange: (value: string) => onChange(name, value),
      onLeave: () => setLeft((before) => new Set(before).add(name)),
      hint: !said && fields[name] !== '' ? (reason ?? help) : help,
      error: said ? reason : undefined,
    };
  };
  return (
    <>
      <Field {...field('label', i18n.t('ui.aws.label'), i18n.t('ui.aws.labelHint'))} />
      <Field
        {...field('region', i18n.t('ui.aws.region'), i18n.t('ui.aws.regionHint'))}
        suggestions={REGIONS}
        mono
      />
      <Field
        {...field('secretName', i18n.t('ui.aws.secretName'), i18n.t('ui.aws.secretNameHint'))}
        mono
      />
      <Field
        {...field('accessKeyId', i18n.t('ui.aws.accessKeyId'), i18n.t('ui.aws.accessKeyIdHint'))}
        mono
      />
      <Field
        {...field(
          'secretAccessKey',
          i18n.t('ui.aws.secretAccessKey'),
          i18n.t('ui.aws.secretAccessKeyHint'),
        )}
        secret
      />
      <Field
        {...field('sessionToken', i18n.t('ui.aws.sessionToken'), i18n.t('ui.aws.sessionTokenHint'))}
        secret
        optional
      />
    </>
  );
}
