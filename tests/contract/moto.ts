import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { promisify } from 'node:util';
import { callAws, type AwsService } from '@/lib/destinations/aws-api';
import type { Io } from '@/lib/http';

const run = promisify(execFile);
const SERVER = 'moto_server';
const NOT_FOUND = 127;

/** An access key that AWS made. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** AWS Secrets Manager as moto plays it, with signatures and rights checked. */
export interface Moto {
  readonly port: number;
  readonly region: string;
  /** May do what Keyferry asks for, and read nothing. */
  readonly writer: Credentials;
  /** Exists, and may do nothing. */
  readonly nobody: Credentials;
  /** A `fetch` to which AWS is this server; the Host header stays, because the signature covers it. */
  readonly fetch: Io['fetch'];
  /** Runs `aws secretsmanager` as the secrets' owner. @returns its answer. */
  owner(...words: readonly string[]): Promise<unknown>;
  /** Asks moto itself as the owner, which is cheaper than the command line. @returns the answer's body. */
  ask(service: AwsService, action: string, payload: object): Promise<unknown>;
  readSecret(name: string): Promise<string>;
  /** Version id → staging labels. */
  versions(name: string): Promise<Record<string, readonly string[]>>;
  close(): Promise<void>;
}

const REGION = 'eu-central-1';
const WRITER = [
  'secretsmanager:CreateSecret',
  'secretsmanager:TagResource',
  'secretsmanager:PutSecretValue',
  'secretsmanager:DescribeSecret',
  // To take a key back.
  'secretsmanager:UpdateSecretVersionStage',
  'secretsmanager:DeleteSecret',
  'ssm:PutParameter',
  'ssm:DescribeParameters',
  'ssm:DeleteParameter',
];
/** Calls that moto answers before it enforces rights: those that make the three users. */
const SET_UP = 8;

/** Starts moto_server on a free port. @returns undefined where it or the AWS command line is not installed. */
export async function startMoto(): Promise<Moto | undefined> {
  if (!(await hasAws())) return undefined;
  const env = { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: `${SET_UP}` };
  const server = spawn(SERVER, ['-H', '127.0.0.1', '-p', '0'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await listening(server);
  if (port === undefined) return undefined;

  async function aws(by: Credentials | undefined, words: readonly string[]): Promise<unknown> {
    const { stdout } = await run(
      'aws',
      ['--endpoint-url', `http://127.0.0.1:${port}`, '--output', 'json', ...words],
      {
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: by?.accessKeyId ?? 'SETUP',
          AWS_SECRET_ACCESS_KEY: by?.secretAccessKey ?? 'SETUP',
          AWS_DEFAULT_REGION: REGION,
          AWS_CONFIG_FILE: '/dev/null',
          AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        },
      },
    );
    return stdout.trim() === '' ? undefined : (JSON.parse(stdout) as unknown);
  }

  async function newUser(name: string, actions: readonly string[]): Promise<Credentials> {
    const iam = (...words: string[]) => aws(undefined, ['iam', ...words, '--user-name', name]);
    await iam('create-user');
    if (actions.length > 0) {
      const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
      const policy = JSON.stringify({ Version: '2012-10-17', Statement });
      await iam('put-user-policy', '--policy-name', 'p', '--policy-document', policy);
    }
    const { AccessKey } = (await iam('create-access-key')) as {
      AccessKey: { AccessKeyId: string; SecretAccessKey: string };
    };
    return { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
  }

  const close = () => stop(server);
  try {
    const [writer, keeper, nobody] = await Promise.all([
      newUser('writer', WRITER),
      newUser('owner', ['*']),
      newUser('nobody', []),
    ]);
    const owner = (...words: readonly string[]) => aws(keeper, ['secretsmanager', ...words]);
    return {
      port,
      region: REGION,
      writer,
      nobody,
      fetch: (url, init) => passOn(port, url, init),
      owner,
      async ask(service, action, payload) {
        const io: Io = { fetch: (url, init) => passOn(port, url, init), now: () => Date.now() };
        const answer = await callAws(io, service, { region: REGION, ...keeper }, action, payload);
        if (!answer.ok) throw answer.error;
        return answer.body;
      },
      async readSecret(name) {
        // The label is named: without it moto gives what was written last, whatever is current.
        const stage = ['--version-stage', 'AWSCURRENT'];
        const answer = await owner('get-secret-value', '--secret-id', name, ...stage);
        return (answer as { SecretString: string }).SecretString;
      },
      async versions(name) {
        const answer = await owner('describe-secret', '--secret-id', name);
        return (answer as { VersionIdsToStages: Record<string, string[]> }).VersionIdsToStages;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function hasAws(): Promise<boolean> {
  return run('aws', ['--version']).then(
    () => true,
    () => false,
  );
}

/** The port, once it is printed; undefined when there is no such program. */
function listening(server: ChildProcess): Promise<number | undefined> {
  return new Promise((done, fail) => {
    let said = '';
    server.once('error', () => done(undefined));
    server.once('exit', (code) => {
      if (code === NOT_FOUND) done(undefined);
      else fail(new Error(`${SERVER} ended: ${said}`));
    });
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) done(Number(port));
    });
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) done();
    server.once('exit', () => done());
    server.kill();
  });
}

function passOn(port: number, url: string, init: RequestInit): Promise<Response> {
  const { host, pathname } = new URL(url);
  const { method = 'GET', body } = init;
  const headers = { ...Object.fromEntries(new Headers(init.headers)), host };
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, method, path: pathname, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const given = Object.entries(answer.headersDistinct).map(
          ([name, values = []]): [string, string] => [name, values.join(', ')],
        );
        done(
          new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: given }),
        );
      });
    });
    sent.on('error', fail);
    sent.end(typeof body === 'string' ? body : undefined);
  });
}
