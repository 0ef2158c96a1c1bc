import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { describeError, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { AwsFieldList } from './aws-field-list';
import { NO_FIELDS, reasonsOf, trimmed, type AwsFields } from './aws-fields';
import { awsHost, awsOrigin } from './aws-places';
import { AwsPolicy } from './aws-policy';

/** Sets up an AWS account as a place for keys. */
export function AwsForm() {
  const platform = usePlatform();
  const action = useAction();
  const [fields, setFields] = useState(NO_FIELDS);
  const [pressed, setPressed] = useState(false);
  const [saved, setSaved] = useState<string>();
  const reasons = reasonsOf(fields);
  const region = fields.region.trim();

  const save = async () => {
    const { label, sessionToken, ...rest } = trimmed(fields);
    const settings = sessionToken === '' ? rest : { ...rest, sessionToken };
    // The browser asks only during the press itself, so this comes before anything is awaited.
    platform.requestAccess([awsOrigin(settings.region)]);
    const request = { adapter: 'aws-secrets-manager' as const, label, settings };
    if (!(await action.run(() => send('destination/save', request)))) return;
    setFields(NO_FIELDS);
    setPressed(false);
    setSaved(label);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (Object.keys(reasons).length === 0) void save();
  };
  const change = (field: keyof AwsFields, value: string) => {
    setSaved(undefined);
    setFields((before) => ({ ...before, [field]: value }));
  };

  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{i18n.t('ui.aws.title')}</h2>
      <div className="form-columns">
        <div className="stack">
          <AwsFieldList
            fields={fields}
            onChange={change}
            reasonOf={(field) => reasons[field] && message(`ui.awsReason.${reasons[field]}`)}
            all={pressed}
          />
        </div>
        <AwsPolicy secretName={reasons.secretName ? '' : fields.secretName} region={region} />
      </div>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.aws.save')}
        </Button>
        {region !== '' && reasons.region === undefined && (
          <span className="quiet">{i18n.t('ui.aws.reachable', [awsHost(region)])}</span>
        )}
      </div>
      <div aria-live="polite">
        {saved && <Notice tone="good">{i18n.t('ui.aws.saved', [saved])}</Notice>}
      </div>
    </form>
  );
}
