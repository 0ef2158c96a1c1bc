import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import { signInOrigin, type DeviceCode, type GithubToken, type NotYet } from '@/lib/domain/sign-in';
import { parseJson, request, type Io } from '@/lib/http';
import { codeOf } from './json-api';

/** A GitHub App of the person's own, and the API that its tokens are for. */
export interface GithubApp {
  readonly address: string;
  readonly clientId: string;
}

interface Told {
  readonly error?: unknown;
  readonly device_code?: unknown;
  readonly user_code?: unknown;
  readonly interval?: unknown;
  readonly expires_in?: unknown;
  readonly access_token?: unknown;
  readonly refresh_token?: unknown;
}

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const TEXT = /^[!-~]{1,8192}$/;

/** What GitHub's own names for a no are to us (GitHub Docs, "Generating a user access token"; RFC 8628 §3.5). */
const ENDED: readonly unknown[] = ['access_denied', 'expired_token', 'incorrect_device_code'];
const UNKNOWN_APP: readonly unknown[] = [
  'incorrect_client_credentials',
  'device_flow_disabled',
  'invalid_client',
  'unauthorized_client',
  'Not Found',
];
const SPENT: readonly unknown[] = ['bad_refresh_token', 'invalid_grant'];

/** Begins a sign-in by GitHub's device flow, which needs no secret of the app. @throws KeyferryError */
export async function beginSignIn({ address, clientId }: GithubApp, io: Io): Promise<DeviceCode> {
  const origin = signInOrigin(address);
  const told = await post(io, `${origin}/login/device/code`, { client_id: clientId });
  const { device_code, user_code, interval, expires_in } = told;
  if (!isText(device_code) || !isText(user_code)) throw refusal(told, origin);
  return {
    deviceCode: device_code,
    userCode: user_code,
    page: `${origin}/login/device`,
    interval: seconds(interval, 5),
    endsAt: io.now() + seconds(expires_in, 900),
  };
}

/**
 * Asks whether the person has allowed it.
 * @returns the token, or how many milliseconds more to wait between two questions from now on
 * @throws KeyferryError `sign_in_ended`, `sign_in_client`
 */
export async function askSignIn(
  { address, clientId }: GithubApp,
  deviceCode: string,
  io: Io,
): Promise<GithubToken | NotYet> {
  const origin = signInOrigin(address);
  const told = await post(io, `${origin}/login/oauth/access_token`, {
    client_id: clientId,
    device_code: deviceCode,
    grant_type: DEVICE_GRANT,
  });
  if (told.error === 'authorization_pending') return { slower: 0 };
  // RFC 8628 §3.5: five seconds more, from now on.
  if (told.error === 'slow_down') return { slower: 5_000 };
  return tokenOf(told, origin, io.now());
}

/**
 * A new token for one that ends. GitHub takes each refresh token once: the new one is to be kept.
 * @throws KeyferryError `destination_credentials` when the person must sign in again
 */
export async function renewToken(
  { address, clientId }: GithubApp,
  refreshToken: string,
  io: Io,
): Promise<GithubToken> {
  const origin = signInOrigin(address);
  const told = await post(io, `${origin}/login/oauth/access_token`, {
    client_id: clientId,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  return tokenOf(told, origin, io.now());
}

async function post(io: Io, url: string, fields: Readonly<Record<string, string>>): Promise<Told> {
  const { status, text } = await request(io, {
    method: 'POST',
    url,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  });
  const told = parseJson(text);
  // GitHub says no with 200, others with 400 or 401, and all of them in JSON.
  if (typeof told === 'object' && told !== null && status < 500) return told;
  const code = status === 404 ? 'sign_in_client' : codeOf(status);
  throw new KeyferryError(code, [new URL(url).host]);
}

function tokenOf(told: Told, origin: string, now: number): GithubToken {
  const { access_token, refresh_token, expires_in } = told;
  if (!isText(access_token)) throw refusal(told, origin);
  return {
    token: access_token,
    ...(isText(refresh_token) ? { refreshToken: refresh_token } : {}),
    ...(typeof expires_in === 'number' ? { expiresAt: now + expires_in * 1_000 } : {}),
  };
}

function refusal({ error }: Told, origin: string): KeyferryError {
  const code: ErrorCode = ENDED.includes(error)
    ? 'sign_in_ended'
    : UNKNOWN_APP.includes(error)
      ? 'sign_in_client'
      : SPENT.includes(error)
        ? 'destination_credentials'
        : 'destination_unavailable';
  return new KeyferryError(code, [new URL(origin).host]);
}

const isText = (value: unknown): value is string => typeof value === 'string' && TEXT.test(value);

const seconds = (value: unknown, usual: number) =>
  (typeof value === 'number' && value > 0 ? value : usual) * 1_000;
