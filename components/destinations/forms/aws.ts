import type { FormField, Reason, Typed } from './form';

/** Regions to suggest; any other of the same form is taken too. */
const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'ap-northeast-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'sa-east-1',
] as const;

/** Where in AWS. */
export const AWS_REGION: FormField = {
  name: 'region',
  kind: 'text',
  say: 'region',
  form: /^[a-z]{2}(-[a-z]+)+-\d$/,
  suggestions: REGIONS,
};

/** An access key, and what comes with a temporary one. */
export const AWS_ACCESS: readonly FormField[] = [
  { name: 'accessKeyId', kind: 'text', say: 'accessKeyId', form: /^[A-Z0-9]{16,128}$/ },
  { name: 'secretAccessKey', kind: 'secret', say: 'secretAccessKey', form: /^.{16,256}$/ },
  { name: 'sessionToken', kind: 'secret', say: 'sessionToken', optional: true, longest: 4096 },
];

/** The two are beside each other on AWS's page, and often pasted the wrong way round. */
export function awsReasons({
  accessKeyId = '',
  secretAccessKey = '',
  sessionToken = '',
}: Typed): Record<string, Reason | undefined> {
  const isSwapped = /^A[KS]IA[A-Z0-9]{16}$/.test(secretAccessKey);
  // A saved token is not shown again, and stays with the secret key that it came with.
  const isAlone = accessKeyId.startsWith('ASIA') && secretAccessKey !== '' && sessionToken === '';
  return {
    secretAccessKey: isSwapped ? { key: 'ui.reason.swapped' } : undefined,
    sessionToken: isAlone ? { key: 'ui.reason.tokenNeeded' } : undefined,
  };
}

/** Whether an access key works until somebody ends it. */
export const isLasting = ({ accessKeyId = '' }: Typed) => accessKeyId.startsWith('AKIA');

/** The host pattern of one of AWS's services in a region. China has a domain of its own. */
export function awsOrigin(service: 'secretsmanager' | 'ssm', region: string): string {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://${service}.${region}.${domain}/*`;
}

/** An IAM policy, as JSON to paste. */
export function awsPolicy(actions: readonly string[], resource: string, region: string): string {
  const statements = [
    { Effect: 'Allow', Action: actions, Resource: `arn:${partitionOf(region)}:${resource}` },
  ];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
}

/** A template's name with a wildcard where a product's name comes, as IAM understands it. */
export const wild = (template: string) => template.replaceAll(/\{\w+\}/g, '*') || 'NAME';

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
