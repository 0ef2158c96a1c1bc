import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import type { VaultLogin, VaultToken } from '@/lib/domain/sign-in';
import type { Io } from '@/lib/http';
import { asObject, callJson } from './json-api';
import { escapePath, vaultApi } from './vault-api';

/** The browser's own window for a sign-in. */
export interface SignInWindow {
  /** Where the provider sends the person back to; the role in Vault must list it. */
  readonly redirect: () => string;
  /** Shows a page until it leads back. @returns the address that it led to. Throws when the person closes it. */
  readonly show: (url: string) => Promise<string | undefined>;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1)$/;
const TOKEN = /^[!-~]{8,8192}$/;
/** What Vault says no with, without a word of a token. */
const NO: readonly number[] = [400, 403, 404];

/**
 * Signs in to Vault or OpenBao by OIDC (Vault's documentation, "JWT/OIDC auth method (API)"). Vault
 * names the provider's page, which the browser shows and we never fetch; the code that comes back is
 * worth something only together with our nonce.
 * @throws KeyferryError `sign_in_role`, `sign_in_page`, `sign_in_ended`, `sign_in_state`, or of the network
 */
export async function signInToVault(
  login: VaultLogin,
  window: SignInWindow,
  io: Io,
): Promise<VaultToken> {
  const api = vaultApi(login);
  const base = `/auth/${escapePath(login.oidcMount ?? 'oidc')}/oidc`;
  const no = (code: ErrorCode) => new KeyferryError(code, [api.place]);
  const redirect = window.redirect();
  const nonce = newNonce();

  const asked = await callJson(io, api, 'POST', `${base}/auth_url`, {
    ...(login.oidcRole === undefined ? {} : { role: login.oidcRole }),
    redirect_uri: redirect,
    client_nonce: nonce,
  });
  if (NO.includes(asked.status)) throw no('sign_in_role');
  if (asked.status !== 200) throw asked.error;
  const { data } = asObject<{ data: { readonly auth_url?: unknown } }>(asked, api);
  // Vault names no page, and no reason, where the role does not list the address to come back to.
  if (data?.auth_url === '') throw no('sign_in_role');
  const page = URL.parse(String(data?.auth_url));
  if (!page || !isSafe(page)) throw no('sign_in_page');
  const state = page.searchParams.get('state') ?? '';

  const back = await shown(window, page, api.place);
  const isOurs = back !== null && `${back.origin}${back.pathname}` === redirect;
  if (!isOurs || state === '' || back.searchParams.get('state') !== state) {
    throw no('sign_in_state');
  }
  const code = back.searchParams.get('code');
  if (code === null) throw no('sign_in_ended');

  const query = new URLSearchParams({ state, code, client_nonce: nonce });
  const told = await callJson(io, api, 'GET', `${base}/callback?${query.toString()}`);
  if (NO.includes(told.status)) throw no('sign_in_ended');
  if (told.status !== 200) throw told.error;
  const { auth } = asObject<{ auth: Auth }>(told, api);
  const { client_token: token, lease_duration: lasts } = auth ?? {};
  if (typeof token !== 'string' || !TOKEN.test(token)) throw no('sign_in_ended');
  const hasEnd = typeof lasts === 'number' && lasts > 0;
  return { token, ...(hasEnd ? { expiresAt: io.now() + Math.floor(lasts * 1_000) } : {}) };
}

interface Auth {
  readonly client_token?: unknown;
  /** In seconds. */
  readonly lease_duration?: unknown;
}

async function shown(window: SignInWindow, page: URL, place: string): Promise<URL | null> {
  try {
    return URL.parse((await window.show(page.href)) ?? '');
  } catch (error) {
    // Chromium's words for a page that does not answer; any other reason is the person's no.
    const isGone = error instanceof Error && error.message.includes('could not be loaded');
    throw isGone
      ? new KeyferryError('unreachable', [page.host])
      : new KeyferryError('sign_in_ended', [place]);
  }
}

const isSafe = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));

const newNonce = () =>
  [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
