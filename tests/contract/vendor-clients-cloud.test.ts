import { randomUUID } from 'node:crypto';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import {
  DeleteParameterCommand,
  DescribeParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { Octokit } from '@octokit/rest';
import { describe, expect, test } from 'vitest';
import { awsParameterStore } from '@/lib/destinations/aws-parameter-store';
import { awsSecretsManager, versionOf } from '@/lib/destinations/aws-secrets-manager';
import { githubActions, type GithubSettings } from '@/lib/destinations/github-actions';
import { fakeApiKey } from '../unit/fake-api-key.ts';
import { listen, type Sent } from './wire.ts';

const KEY = fakeApiKey('proj');
const credentials = {
  accessKeyId: 'ASIAFAKEFAKEFAKEFAKE',
  secretAccessKey: 'FAKE'.repeat(10),
  sessionToken: 'FAKE-session-token',
};
const access = { region: 'eu-central-1', ...credentials };

function jobWith<S>(settings: S) {
  return {
    operationId: randomUUID(),
    settings,
    labels: { product: 'DoiT', expires: '2027-01-31' },
    queuedAt: 1_763_700_000_000,
    before: [],
    since: [],
    key: () => Promise.resolve(KEY),
  };
}

/** What of a request decides what AWS does: its signature is checked by moto elsewhere. */
const essenceOfAws = ({ method, path, headers, body }: Sent) => ({
  method,
  path,
  body,
  target: headers['x-amz-target'],
  type: headers['content-type'],
  session: headers['x-amz-security-token'],
  date: typeof headers['x-amz-date'],
  // Algorithm, key, region and service; the day is the same for both.
  scope: /^AWS4-HMAC-SHA256 Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1],
});

/** GitHub takes a token after either word; a sealed box is another one each time. */
const essenceOfGithub = ({ method, path, headers, body }: Sent) => ({
  method,
  path,
  // The same media type: GitHub's reference writes it without the version now.
  accept: headers.accept?.replace('.v3+json', '+json'),
  token: headers.authorization?.replace(/^(token|bearer) /i, ''),
  type: method === 'PUT' ? headers['content-type']?.replace(/; ?charset=utf-8$/, '') : '',
  body: body && { ...body, encrypted_value: typeof (body as Box).encrypted_value },
});

const sayNothing = () => ({ body: {} });

describe('AWS', () => {
  let answer: (sent: Sent) => { status?: number; body?: unknown } = sayNothing;
  const aws = listen((sent) => answer(sent));
  const io = { fetch: aws.fetch, now: () => Date.now() };
  const theirs = () => ({ ...access, credentials, endpoint: aws.address(), maxAttempts: 1 });

  test('A secret that is made, looked at, put back and taken away is what AWS’s own client asks for.', async () => {
    const settings = { ...access, secretName: 'acme/openai' };
    const job = jobWith(settings);
    const version = versionOf(job);
    const stages = { [version]: ['AWSCURRENT'], before: ['AWSPREVIOUS'] };
    answer = () => ({ body: { ARN: 'arn:aws:x', VersionIdsToStages: stages } });
    const ours = await aws.wireOf(async () => {
      await awsSecretsManager.deliver(job, io);
      await awsSecretsManager.confirm(job, io);
      await awsSecretsManager.undo?.run(job, io);
    });
    const client = new SecretsManagerClient(theirs());
    const SecretId = settings.secretName;
    const vendors = await aws.wireOf(async () => {
      await client.send(
        new CreateSecretCommand({
          Name: SecretId,
          Description: 'OpenAI API key, delivered by Keyferry',
          Tags: [
            { Key: 'managed-by', Value: 'keyferry' },
            { Key: 'keyferry-product', Value: 'DoiT' },
            { Key: 'keyferry-expires', Value: '2027-01-31' },
          ],
          ClientRequestToken: version,
          SecretString: KEY,
        }),
      );
      for (let looks = 0; looks < 2; looks += 1) {
        await client.send(new DescribeSecretCommand({ SecretId }));
      }
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId,
          VersionStage: 'keyferry-undone',
          MoveToVersionId: version,
        }),
      );
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId,
          VersionStage: 'AWSCURRENT',
          RemoveFromVersionId: version,
          MoveToVersionId: 'before',
        }),
      );
    });
    expect(ours.map(essenceOfAws)).toEqual(vendors.map(essenceOfAws));

    answer = () => ({
      body: { ARN: 'arn:aws:x', VersionIdsToStages: { [version]: ['AWSCURRENT'] } },
    });
    const undone = await aws.wireOf(() => Promise.resolve(awsSecretsManager.undo?.run(job, io)));
    const removed = await aws.wireOf(async () => {
      await client.send(new DescribeSecretCommand({ SecretId }));
      await client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
    });
    expect(undone.map(essenceOfAws)).toEqual(removed.map(essenceOfAws));
  });

  test('A parameter that is put, looked for and deleted is what AWS’s own client asks for.', async () => {
    const settings = { ...access, parameterName: '/acme/openai' };
    const job = jobWith(settings);
    const Name = settings.parameterName;
    let Description = '';
    answer = ({ headers, body }) => {
      if (headers['x-amz-target'] === 'AmazonSSM.PutParameter') {
        ({ Description } = body as { Description: string });
      }
      const Parameters = Description === '' ? [] : [{ Name, Version: 1, Description }];
      return { body: { Parameters } };
    };
    const ours = await aws.wireOf(async () => {
      await awsParameterStore.deliver(job, io);
      await awsParameterStore.undo?.run(job, io);
    });
    const client = new SSMClient(theirs());
    const look = new DescribeParametersCommand({
      ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [Name] }],
    });
    const vendors = await aws.wireOf(async () => {
      await client.send(look);
      await client.send(
        new PutParameterCommand({
          Name,
          Type: 'SecureString',
          Overwrite: false,
          Description,
          Value: KEY,
        }),
      );
      await client.send(look);
      await client.send(new DeleteParameterCommand({ Name }));
    });
    expect(ours.map(essenceOfAws)).toEqual(vendors.map(essenceOfAws));
  });
});

describe('GitHub', () => {
  const TOUCHED = '2026-11-21T00:00:00Z';
  const github = listen(({ method, path }) => {
    if (method !== 'GET') return { status: method === 'PUT' ? 201 : 204 };
    const key = Buffer.alloc(32, 9).toString('base64');
    return path?.endsWith('/public-key')
      ? { body: { key_id: '5682', key } }
      : { body: { name: 'OPENAI_API_KEY', created_at: TOUCHED, updated_at: TOUCHED } };
  });
  const io = { fetch: github.fetch, now: () => Date.now() };

  const scopes: Record<GithubSettings['scope'], Partial<GithubSettings>> = {
    repository: { repository: 'shop' },
    environment: { repository: 'shop', environment: 'prod/eu west' },
    organization: { visibility: 'private' },
  };

  test.each(Object.entries(scopes))(
    'A secret of a(n) %s is written and deleted as by Octokit.',
    async (scope, more) => {
      const token = 'github_pat_FAKE_of_a_writer';
      const settings = {
        address: github.address(),
        scope: scope as GithubSettings['scope'],
        owner: 'acme',
        name: 'OPENAI_API_KEY',
        token,
        ...more,
      };
      const job = { ...jobWith(settings), before: [TOUCHED] };
      const ours = await github.wireOf(async () => {
        await githubActions.deliver(job, io);
        await githubActions.undo?.run({ ...job, written: TOUCHED }, io);
      });
      const { rest } = new Octokit({ auth: token, baseUrl: github.address() });
      const secret_name = settings.name;
      const box = { encrypted_value: 'FAKE', key_id: '5682' };
      const place = { owner: 'acme', repo: 'shop' };
      const env = { ...place, environment_name: 'prod/eu west' };
      const vendors = await github.wireOf(async () => {
        const look = async () => {
          if (scope === 'repository') await rest.actions.getRepoSecret({ ...place, secret_name });
          if (scope === 'environment')
            await rest.actions.getEnvironmentSecret({ ...env, secret_name });
          if (scope === 'organization')
            await rest.actions.getOrgSecret({ org: 'acme', secret_name });
        };
        await look();
        if (scope === 'repository') {
          await rest.actions.getRepoPublicKey(place);
          await rest.actions.createOrUpdateRepoSecret({ ...place, secret_name, ...box });
        } else if (scope === 'environment') {
          await rest.actions.getEnvironmentPublicKey(env);
          await rest.actions.createOrUpdateEnvironmentSecret({ ...env, secret_name, ...box });
        } else {
          await rest.actions.getOrgPublicKey({ org: 'acme' });
          const visibility = 'private';
          await rest.actions.createOrUpdateOrgSecret({
            org: 'acme',
            secret_name,
            ...box,
            visibility,
          });
        }
        await look();
        await look();
        if (scope === 'repository') await rest.actions.deleteRepoSecret({ ...place, secret_name });
        if (scope === 'environment')
          await rest.actions.deleteEnvironmentSecret({ ...env, secret_name });
        if (scope === 'organization')
          await rest.actions.deleteOrgSecret({ org: 'acme', secret_name });
      });
      expect(ours.map(essenceOfGithub)).toEqual(vendors.map(essenceOfGithub));
    },
  );
});

interface Box {
  readonly encrypted_value?: unknown;
}
