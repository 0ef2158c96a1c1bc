import type { z } from 'zod/mini';
import type { Io } from '@/lib/http';
import type { vaultKvSchema } from '@/lib/messaging/destination-messages';
import type { Credentials } from './destination';
import { callJson, type JsonAnswer, type JsonApi } from './json-api';

/** See {@link vaultKvSchema}. */
export type VaultKvSettings = z.infer<typeof vaultKvSchema>;

/** Vault's own API at an address; without a token where people sign in for one. */
export function vaultApi({
  address,
  token,
  namespace,
}: Pick<VaultKvSettings, 'address' | 'namespace'> & Partial<VaultKvSettings>): JsonApi {
  return {
    place: new URL(address).host,
    base: `${address.replace(/\/+$/, '')}/v1`,
    headers: {
      ...(token === undefined ? {} : { 'x-vault-token': token }),
      'x-vault-request': 'true',
      ...(namespace ? { 'x-vault-namespace': namespace } : {}),
    },
  };
}

/** A secret's path below its mount, escaped part by part. */
export function kvPath(prefix: string, { mount, path }: VaultKvSettings): string {
  return `/${escapePath(mount)}/${prefix === '' ? '' : `${prefix}/`}${escapePath(path)}`;
}

/** A path, escaped part by part. */
export const escapePath = (path: string) =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');

/** One request to Vault. @throws KeyferryError of the network */
export function callVault(
  io: Io,
  settings: VaultKvSettings,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<JsonAnswer> {
  return callJson(io, vaultApi(settings), method, path, body);
}

/** A partial write of a secret: what stands beside our field stays (RFC 7396). */
export function patchVault(
  io: Io,
  settings: VaultKvSettings,
  path: string,
  body: unknown,
): Promise<JsonAnswer> {
  const api = vaultApi(settings);
  const headers = { ...api.headers, 'content-type': 'application/merge-patch+json' };
  return callJson(io, { ...api, headers }, 'PATCH', path, body);
}

/** When the token ends, as far as it may ask that of itself: Vault's default policy allows it. */
export async function tokenEnd(io: Io, settings: VaultKvSettings): Promise<Credentials> {
  const { status, body } = await callVault(io, settings, 'GET', '/auth/token/lookup-self');
  const { data } = (body ?? {}) as { readonly data?: { readonly expire_time?: unknown } };
  const endsAt = status === 200 ? Date.parse(String(data?.expire_time)) : NaN;
  return Number.isNaN(endsAt) ? {} : { endsAt };
}
