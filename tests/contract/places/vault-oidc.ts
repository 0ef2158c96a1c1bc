import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

const REDIRECT = 'https://fakefakefakefakefakefakefakefake.chromiumapp.org/vault';
const TOKEN = 'hvs.FAKE-token-of-ann';
const CLIENT = { id: 'vault', secret: 'FAKE-secret-of-vault' };

interface Pending {
  readonly verifier: string;
  readonly nonce: string;
  readonly clientNonce: string;
}

/**
 * Vault's auth method OIDC on loopback, after its API documentation and its plugin's answers: people sign in at a
 * certified provider, and Vault exchanges their code with it.
 * @param redirect The address that the role in Vault lists.
 */
export async function playVaultOidc(redirect = REDIRECT) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirect],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    cookies: { keys: ['FAKE'] },
  });
  const signIn = provider.callback();
  const pending = new Map<string, Pending>();
  const seen: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
  }[] = [];
  const made = {
    origin,
    redirect,
    token: TOKEN,
    seen,
    page: undefined as string | undefined,
    /** How long a token lasts, in seconds. */
    lasts: 3_600,
  };

  function authUrl({ role = 'writer', redirect_uri, client_nonce }: Record<string, string>) {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      writer: [redirect],
      elsewhere: [],
    };
    const uris = allowed[role];
    if (!uris) return { status: 400, body: { errors: [`role "${role}" could not be found`] } };
    if (!uris.includes(redirect_uri ?? ''))
      return { status: 200, body: { data: { auth_url: '' } } };
    const state = `st_${randomBytes(16).toString('hex')}`;
    const verifier = randomBytes(32).toString('base64url');
    const nonce = `n_${randomBytes(16).toString('hex')}`;
    pending.set(state, { verifier, nonce, clientNonce: client_nonce ?? '' });
    const query = new URLSearchParams({
      client_id: CLIENT.id,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      nonce,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid',
      state,
    });
    return {
      status: 200,
      body: { data: { auth_url: made.page ?? `${origin}/auth?${query.toString()}` } },
    };
  }

  async function callback(query: URLSearchParams) {
    const state = query.get('state') ?? '';
    const present = pending.get(state);
    pending.delete(state);
    if (!present) return no('Vault login failed. Expired or missing OAuth state.');
    if (present.clientNonce !== query.get('client_nonce')) return no('invalid client_nonce');
    const answer = await fetch(`${origin}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: query.get('code') ?? '',
        redirect_uri: redirect,
        code_verifier: present.verifier,
      }),
    });
    const { id_token = '' } = (await answer.json()) as { id_token?: string };
    const [, claims = ''] = id_token.split('.');
    if (claims === '') return no('Vault login failed. Error exchanging oidc code.');
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    if (said['nonce'] !== present.nonce || said['sub'] !== 'ann')
      return no('error validating claims');
    return { status: 200, body: { auth: { client_token: TOKEN, lease_duration: made.lasts } } };
  }

  async function vault(asked: IncomingMessage, told: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(asked.url ?? '', origin);
    const { method = '', headers } = asked;
    seen.push({ method, url: asked.url ?? '', headers });
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const answer =
      method === 'POST' && pathname === '/v1/auth/oidc/oidc/auth_url'
        ? authUrl(JSON.parse(text) as Record<string, string>)
        : method === 'GET' && pathname === '/v1/auth/oidc/oidc/callback'
          ? await callback(searchParams)
          : { status: 403, body: { errors: ['permission denied'] } };
    told.writeHead(answer.status, { 'content-type': 'application/json' });
    told.end(JSON.stringify(answer.body));
  }
  server.on('request', (asked: IncomingMessage, told: ServerResponse) => {
    if (asked.url?.startsWith('/v1/')) void vault(asked, told);
    else signIn(asked, told);
  });

  return {
    ...made,
    /** Vault names another page to sign in at. */
    namePage(page: string | undefined) {
      made.page = page;
    },
    lastsFor(seconds: number) {
      made.lasts = seconds;
    },
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

const no = (error: string) => ({ status: 400, body: { errors: [error] } });

/** A person at the browser's window: signs in at the provider's own pages, or presses its way out. */
export async function signInAs(login: string, allows: boolean, from: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { readonly url: string; readonly body?: URLSearchParams } = { url: from };
  for (let step = 0; step < 20; step += 1) {
    if (!next.url.startsWith('http://127.0.0.1')) return next.url;
    const answer = await fetch(next.url, {
      method: next.body ? 'POST' : 'GET',
      ...(next.body ? { body: next.body } : {}),
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
    });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    const html = await answer.text();
    if (location !== null) next = { url: new URL(location, next.url).href };
    else if (!allows) next = { url: `${next.url}/abort` };
    else if (html.includes('value="login"'))
      next = form(next.url, { prompt: 'login', login, password: 'FAKE' });
    else next = form(next.url, { prompt: 'consent' });
  }
  throw new Error('The provider leads in a circle.');
}

const form = (url: string, fields: Readonly<Record<string, string>>) => ({
  url,
  body: new URLSearchParams(fields),
});
