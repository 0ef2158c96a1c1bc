import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { playGithub } from './github.ts';

/** A GitHub App of the person's own, as the provider knows it. */
export const CLIENT = 'Iv23liFAKEapp';
const API = '/api/v3';

/** A GitHub server on loopback: people sign in at a certified provider of the device flow, at GitHub's own paths. */
export async function playSignIn() {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    // GitHub does not look at who asks; a browser says that it is an extension.
    clientBasedCORS: () => true,
    features: { deviceFlow: { enabled: true } },
    routes: {
      device_authorization: '/login/device/code',
      token: '/login/oauth/access_token',
      code_verification: '/login/device',
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: { AccessToken: 8 * 3_600, DeviceCode: 900, RefreshToken: 86_400, Grant: 86_400 },
    cookies: { keys: ['FAKE'] },
  });
  const signIn = provider.callback();
  const github = await playGithub('repository');

  /** GitHub's API, for those whose token the provider has made. */
  async function api(asked: IncomingMessage, told: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const token = (asked.headers.authorization ?? '').replace('Bearer ', '');
    const isSignedIn = (await provider.AccessToken.find(token)) !== undefined;
    const answer = await github.fetch(
      `https://api.github.com${asked.url?.replace(API, '') ?? ''}`,
      {
        method: asked.method ?? 'GET',
        headers: { authorization: `Bearer ${isSignedIn ? github.settings.token : 'of nobody'}` },
        body: Buffer.concat(chunks).toString(),
      },
    );
    told.writeHead(answer.status, Object.fromEntries(answer.headers));
    told.end(await answer.text());
  }
  server.on('request', (asked: IncomingMessage, told: ServerResponse) => {
    if (asked.url?.startsWith(API)) void api(asked, told);
    else signIn(asked, told);
  });

  return {
    github,
    app: { address: `${origin}${API}`, clientId: CLIENT },
    origin,
    /** The person types the code on the provider's page, and allows it or not. */
    async decide(userCode: string, allows: boolean): Promise<void> {
      const code = await provider.DeviceCode.findByUserCode(userCode.replaceAll('-', ''));
      if (!code) throw new Error('Nobody knows this code.');
      if (allows) {
        const grant = new provider.Grant({ accountId: 'ann', clientId: CLIENT });
        grant.addOIDCScope('openid');
        const grantId = await grant.save();
        const authTime = Math.floor(Date.now() / 1000);
        Object.assign(code, { accountId: 'ann', grantId, authTime, scope: 'openid' });
      } else {
        Object.assign(code, { error: 'access_denied', errorDescription: 'no' });
      }
      await code.save();
    },
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
