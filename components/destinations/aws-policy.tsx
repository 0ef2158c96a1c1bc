import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { awsPolicy } from './aws-places';

interface AwsPolicyProps {
  readonly secretName: string;
  readonly region: string;
}

/** The rights to give the AWS user, ready to paste. */
export function AwsPolicy({ secretName, region }: AwsPolicyProps) {
  const policy = awsPolicy(secretName, region);
  const [copied, setCopied] = useState<string>();
  return (
    <section className="policy stack">
      <h3>{i18n.t('ui.aws.policy')}</h3>
      <p className="quiet">{i18n.t('ui.aws.policyHint')}</p>
      <pre>{policy}</pre>
      <div className="actions">
        <Button
          onPress={() => void navigator.clipboard.writeText(policy).then(() => setCopied(policy))}
        >
          {i18n.t('ui.aws.copy')}
        </Button>
        <span className="quiet" aria-live="polite">
          {copied === policy && i18n.t('ui.aws.copied')}
        </span>
      </div>
    </section>
  );
}
