import { randomUUID } from 'node:crypto';
import type { AwsSettings } from '@/lib/destinations/aws-api';
import {
  awsParameterStore,
  type AwsParameterSettings,
} from '@/lib/destinations/aws-parameter-store';
import { awsSecretsManager } from '@/lib/destinations/aws-secrets-manager';
import type { Io } from '@/lib/http';
import type { Moto } from '../moto.ts';
import type { Place } from './place.ts';

const STRANGE = { secretAccessKey: 'FAKE'.repeat(10) };

/** A name of its own in moto's Secrets Manager. */
export function playSecretsManager(moto: Moto): Promise<Place<AwsSettings>> {
  const { region, writer } = moto;
  const settings = { region, ...writer, secretName: `keyferry/openai-${randomUUID()}` };
  const { secretName } = settings;
  const counted = counting(moto, ['CreateSecret', 'PutSecretValue']);
  return Promise.resolve({
    adapter: awsSecretsManager,
    settings,
    strange: { ...settings, ...STRANGE },
    ...counted,
    read: () => readSecret(moto, secretName),
    async intrude(SecretString) {
      const there = await readSecret(moto, secretName);
      const action = there === undefined ? 'CreateSecret' : 'PutSecretValue';
      const name = there === undefined ? { Name: secretName } : { SecretId: secretName };
      const ClientRequestToken = randomUUID();
      await moto.ask('secretsmanager', action, { ...name, SecretString, ClientRequestToken });
    },
    violations: [],
  });
}

/** A name of its own in moto's Parameter Store. */
export function playParameterStore(moto: Moto): Promise<Place<AwsParameterSettings>> {
  const { region, writer } = moto;
  const settings = { region, ...writer, parameterName: `/keyferry/openai-${randomUUID()}` };
  const { parameterName } = settings;
  return Promise.resolve({
    adapter: awsParameterStore,
    settings,
    strange: { ...settings, ...STRANGE },
    ...counting(moto, ['PutParameter']),
    async read() {
      const asked = { Name: parameterName, WithDecryption: true };
      const answer = await moto.ask('ssm', 'GetParameter', asked).catch(() => undefined);
      return (answer as { Parameter: { Value: string } } | undefined)?.Parameter.Value;
    },
    async intrude(Value) {
      await moto.ask('ssm', 'PutParameter', {
        Name: parameterName,
        Value,
        Type: 'SecureString',
        Overwrite: true,
        Description: 'theirs',
      });
    },
    violations: [],
  });
}

/** Counts the writes that moto took. */
function counting(moto: Moto, actions: readonly string[]) {
  const written = new Set<unknown>();
  const fetch: Io['fetch'] = async (url, init) => {
    const answer = await moto.fetch(url, init);
    const action = new Headers(init.headers).get('x-amz-target')?.split('.')[1] ?? '';
    const { ClientRequestToken } = JSON.parse(init.body as string) as {
      ClientRequestToken?: string;
    };
    // The same token again is the same write.
    if (answer.ok && actions.includes(action)) written.add(ClientRequestToken ?? {});
    return answer;
  };
  return { fetch, writes: () => written.size };
}

async function readSecret(moto: Moto, SecretId: string): Promise<string | undefined> {
  const asked = { SecretId, VersionStage: 'AWSCURRENT' };
  const answer = await moto.ask('secretsmanager', 'GetSecretValue', asked).catch(() => undefined);
  return (answer as { SecretString: string } | undefined)?.SecretString;
}
