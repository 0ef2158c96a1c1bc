import { AWS_ACCESS, AWS_REGION, awsOrigin, awsPolicy, awsReasons, isLasting, wild } from './aws';
import type { DestinationForm } from './form';

const ACTIONS = [
  'secretsmanager:CreateSecret',
  'secretsmanager:PutSecretValue',
  'secretsmanager:DescribeSecret',
  'secretsmanager:TagResource',
  // To take a key back.
  'secretsmanager:UpdateSecretVersionStage',
  'secretsmanager:DeleteSecret',
];

/** The form of AWS Secrets Manager. */
export const awsSecretsManagerForm: DestinationForm = {
  adapter: 'aws-secrets-manager',
  fields: [AWS_REGION, { name: 'secretName', kind: 'name', say: 'secretName' }, ...AWS_ACCESS],
  reasons: awsReasons,
  origins: ({ region = '' }) => [awsOrigin('secretsmanager', region)],
  // AWS puts six characters of its own behind the name.
  rights: ({ region = '', secretName = '' }) =>
    awsPolicy(ACTIONS, `secretsmanager:*:*:secret:${wild(secretName)}*`, region),
  lasting: isLasting,
};
