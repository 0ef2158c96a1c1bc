import { githubActions, type GithubSettings } from '@/lib/destinations/github-actions';
import { playing, type Answered, type Asked, type Place } from './place.ts';
import { readSpec } from './spec.ts';

const TOKEN = 'github_pat_FAKE_of_a_writer';

/** Where a secret of GitHub's stands. */
export type Scope = GithubSettings['scope'];

const PATHS: Readonly<Record<Scope, string>> = {
  repository: '/repos/acme/shop/actions/secrets',
  environment: '/repos/acme/shop/environments/prod%2Feu/secrets',
  organization: '/orgs/acme/actions/secrets',
};

/** GitHub's secrets API, after its published description; what it is sent is opened by lib */
export async function playGithub(scope: Scope): Promise<Place<GithubSettings>> {
  // Its functions are there only once it is ready, on this one object.
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const pair = sodium.crypto_box_keypair();
  const spec = await readSpec('github-secrets.json', (path) => path);
  let value: string | undefined;
  let writes = 0;
  let touched = '';
  const touch = (next: string) => {
    value = next;
    writes += 1;
    // GitHub tells whole seconds; a test is faster than that.
    const second = Math.max(
      Math.floor(Date.now() / 1000),
      Date.parse(touched || '1970') / 1000 + 1,
    );
    touched = new Date(second * 1000).toISOString();
  };

  function answer({ method, path, headers, body }: Asked): Answered {
    if (headers.get('authorization') !== `Bearer ${TOKEN}`) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    if (path === `${PATHS[scope]}/public-key`) {
      const key = sodium.to_base64(pair.publicKey, sodium.base64_variants.ORIGINAL);
      const ends = { 'github-authentication-token-expiration': '2026-12-31 23:59:59 UTC' };
      return { status: 200, body: { key_id: '568250167242549743', key }, headers: ends };
    }
    if (path !== `${PATHS[scope]}/OPENAI_API_KEY`)
      return { status: 404, body: { message: 'Not Found' } };
    const known = value !== undefined;
    if (method === 'GET' && !known) return { status: 404, body: { message: 'Not Found' } };
    if (method === 'GET') {
      const told = { name: 'OPENAI_API_KEY', created_at: touched, updated_at: touched };
      const more = scope === 'organization' ? { visibility: 'private' } : {};
      return { status: 200, body: { ...told, ...more } };
    }
    if (method === 'DELETE') {
      value = undefined;
      return { status: 204 };
    }
    const { encrypted_value } = body as { encrypted_value: string };
    const sealed = sodium.from_base64(encrypted_value, sodium.base64_variants.ORIGINAL);
    touch(sodium.to_string(sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey)));
    return known ? { status: 204 } : { status: 201, body: {} };
  }

  const settings: GithubSettings = {
    address: 'https://api.github.com',
    scope,
    owner: 'acme',
    ...(scope === 'organization' ? { visibility: 'private' as const } : { repository: 'shop' }),
    ...(scope === 'environment' ? { environment: 'prod/eu' } : {}),
    name: 'OPENAI_API_KEY',
    token: TOKEN,
  };
  return {
    adapter: githubActions,
    settings,
    strange: { ...settings, token: 'github_pat_FAKE_of_nobody' },
    fetch: playing((asked) => {
      const answered = answer(asked);
      spec.check(asked, answered);
      return answered;
    }),
    read: () => Promise.resolve(value),
    writes: () => writes,
    intrude(next) {
      touch(next);
      return Promise.resolve();
    },
    violations: spec.violations,
  };
}
