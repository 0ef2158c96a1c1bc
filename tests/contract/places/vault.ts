import { vaultKv } from '@/lib/destinations/vault-kv';
import type { VaultKvSettings } from '@/lib/destinations/vault-api';
import { playing, type Answered, type Asked, type Place } from './place.ts';
import { readSpec } from './spec.ts';

interface Version {
  readonly data: Record<string, string>;
  readonly created: string;
  deleted: string;
}
interface Secret {
  versions: Version[];
  custom: Record<string, string>;
}

/** When the token ends, as Vault writes it. */
const ENDS = '2026-12-31T23:59:59.123456789Z';
const LOOKUP = '/v1/auth/token/lookup-self';
const TOKEN = 'hvs.FAKE-token-of-a-writer';
const SETTINGS: VaultKvSettings = {
  address: 'https://vault.example.com:8200',
  version: '2',
  mount: 'secret',
  path: 'openai',
  field: 'OPENAI_API_KEY',
  token: TOKEN,
};

/** Vault's KV engine, version 2, after its API reference: compare-and-set, metadata, soft deletion. */
export async function playVault2(): Promise<Place<VaultKvSettings>> {
  const secrets = new Map<string, Secret>();
  let writes = 0;
  const spec = await readSpec('vault.json', (path) => path.replace(/^\/v1\//, '/'));
  const secret = (path: string): Secret => {
    const present = secrets.get(path) ?? { versions: [], custom: {} };
    secrets.set(path, present);
    return present;
  };
  const write = (path: string, data: Record<string, string>) => {
    writes += 1;
    secret(path).versions.push({ data, created: new Date().toISOString(), deleted: '' });
    const version = secret(path).versions.length;
    const body = { created_time: new Date().toISOString(), custom_metadata: secret(path).custom };
    return ok({ ...body, deletion_time: '', destroyed: false, version });
  };

  function answer({ method, path, headers, body }: Asked): Answered {
    if (headers.get('x-vault-token') !== TOKEN) return denied;
    if (path === LOOKUP) return ok({ expire_time: ENDS });
    const [, part = '', name = ''] =
      /^\/v1\/secret\/(data|metadata|delete)\/(.+)$/.exec(path) ?? [];
    const present = secrets.get(name);
    if (part === 'metadata' && method === 'GET') {
      return present ? ok(metadataOf(present)) : { status: 404, body: { errors: [] } };
    }
    if (part === 'metadata' && method === 'POST') {
      const { custom_metadata } = body as { custom_metadata: Record<string, string> };
      secret(name).custom = custom_metadata;
      return { status: 204 };
    }
    if (part === 'data') {
      const { options, data } = body as {
        options: { cas: number };
        data: Record<string, string>;
      };
      if (options.cas !== (present?.versions.length ?? 0)) return mismatch;
      if (method === 'POST') return write(name, data);
      const last = present?.versions.at(-1);
      if (!last || last.deleted !== '') return { status: 404, body: { errors: [] } };
      return write(name, { ...last.data, ...data });
    }
    if (part === 'delete') {
      const { versions } = body as { versions: number[] };
      for (const version of versions) {
        const one = present?.versions[version - 1];
        if (one) one.deleted = new Date().toISOString();
      }
      return { status: 204 };
    }
    return { status: 405, body: { errors: ['unsupported operation'] } };
  }

  return {
    adapter: vaultKv,
    settings: SETTINGS,
    strange: { ...SETTINGS, token: 'hvs.FAKE-token-of-nobody' },
    fetch: playing((asked) => {
      const answered = answer(asked);
      // The description knows no partial write, and what is inside the envelope only.
      const inner = answered.body as { data?: unknown } | undefined;
      if (asked.method !== 'PATCH') {
        spec.check(asked, inner?.data === undefined ? answered : { ...answered, body: inner.data });
      }
      return answered;
    }),
    read() {
      const last = secrets.get(SETTINGS.path)?.versions.at(-1);
      return Promise.resolve(last?.deleted === '' ? last.data[SETTINGS.field] : undefined);
    },
    writes: () => writes,
    intrude(value) {
      write(SETTINGS.path, { [SETTINGS.field]: value, beside: 'theirs' });
      return Promise.resolve();
    },
    violations: spec.violations,
  };
}

/** Vault's KV engine, version 1: a map, and nothing beside it. */
export function playVault1(): Promise<Place<VaultKvSettings>> {
  let stored: Record<string, string> | undefined;
  let writes = 0;
  return Promise.resolve({
    adapter: vaultKv,
    settings: { ...SETTINGS, version: '1' as const },
    strange: { ...SETTINGS, version: '1' as const, token: 'hvs.FAKE-token-of-nobody' },
    fetch: playing(({ method, path, headers, body }) => {
      if (headers.get('x-vault-token') !== TOKEN) return denied;
      if (path === LOOKUP) return ok({ expire_time: ENDS });
      if (method === 'GET') return stored ? ok(stored) : { status: 404, body: { errors: [] } };
      stored = body as Record<string, string>;
      writes += 1;
      return { status: 204 };
    }),
    read: () => Promise.resolve(stored?.[SETTINGS.field]),
    writes: () => writes,
    intrude(value) {
      stored = { [SETTINGS.field]: value, beside: 'theirs' };
      return Promise.resolve();
    },
    violations: [],
  });
}

const denied: Answered = { status: 403, body: { errors: ['permission denied'] } };
const mismatch: Answered = {
  status: 400,
  body: { errors: ['check-and-set parameter did not match the current version'] },
};
const ok = (data: unknown): Answered => ({ status: 200, body: { request_id: 'x', data } });

function metadataOf({ versions, custom }: Secret) {
  return {
    cas_required: false,
    created_time: versions[0]?.created ?? new Date().toISOString(),
    current_version: versions.length,
    custom_metadata: custom,
    delete_version_after: '0s',
    max_versions: 0,
    oldest_version: 0,
    updated_time: versions.at(-1)?.created ?? new Date().toISOString(),
    versions: Object.fromEntries(
      versions.map(({ created, deleted }, index) => [
        String(index + 1),
        { created_time: created, deletion_time: deleted, destroyed: false },
      ]),
    ),
  };
}
