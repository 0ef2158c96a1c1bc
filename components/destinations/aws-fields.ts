/** What the person types for an AWS Secrets Manager destination. */
export interface AwsFields {
  readonly label: string;
  readonly region: string;
  readonly secretName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Before anything is typed. */
export const NO_FIELDS: AwsFields = {
  label: '',
  region: '',
  secretName: '',
  accessKeyId: '',
  secretAccessKey: '',
  sessionToken: '',
};

/** Why a field can't be right (`ui.awsReason.<reason>`), for those that can't. */
export type AwsReasons = Partial<Record<keyof AwsFields, string>>;

/** Regions to suggest; any other of the same form is taken too. */
export const REGIONS = [
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

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const SECRET_NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
const ACCESS_KEY_ID = /^[A-Z0-9]{16,128}$/;

/** The fields as they are sent: pasted white space around them is not part of them. */
export function trimmed(fields: AwsFields): AwsFields {
  return {
    label: fields.label.trim(),
    region: fields.region.trim(),
    secretName: fields.secretName.trim(),
    accessKeyId: fields.accessKeyId.trim(),
    secretAccessKey: fields.secretAccessKey.trim(),
    sessionToken: fields.sessionToken.trim(),
  };
}

/** Checks the trimmed fields; an empty answer means that they can be sent. */
export function reasonsOf(typed: AwsFields): AwsReasons {
  const fields = trimmed(typed);
  const found: Record<keyof AwsFields, string | undefined> = {
    label: fields.label === '' ? 'missing' : fields.label.length > 60 ? 'long' : undefined,
    region: formOf(fields.region, REGION),
    secretName: formOf(fields.secretName, SECRET_NAME),
    accessKeyId: formOf(fields.accessKeyId, ACCESS_KEY_ID),
    secretAccessKey: secretReason(fields.secretAccessKey),
    sessionToken: tokenReason(fields),
  };
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, reason]) => reason !== undefined)
      .map(([field, reason]) => [field, `${field}_${reason}`]),
  );
}

function formOf(text: string, form: RegExp): string | undefined {
  if (text === '') return 'missing';
  return form.test(text) ? undefined : 'form';
}

function secretReason(text: string): string | undefined {
  if (text === '') return 'missing';
  // The two are beside each other on AWS's page, and often pasted the wrong way round.
  if (/^A[KS]IA[A-Z0-9]{16}$/.test(text)) return 'swapped';
  return text.length < 16 || text.length > 256 ? 'form' : undefined;
}

function tokenReason({ accessKeyId, sessionToken }: AwsFields): string | undefined {
  if (sessionToken === '') return accessKeyId.startsWith('ASIA') ? 'missing' : undefined;
  return sessionToken.length > 4096 ? 'long' : undefined;
}
