import type { z } from 'zod/mini';
import { sealBox } from '@/lib/crypto/sealed-box';
import { hostPattern } from '@/lib/domain/address';
import type { Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import { signInOrigin } from '@/lib/domain/sign-in';
import type { Io } from '@/lib/http';
import { githubSchema } from '@/lib/messaging/destination-messages';
import { mayReplace, type Adapter, type Credentials, type Job } from './destination';
import { asObject, callJson, type JsonAnswer, type JsonApi } from './json-api';

/** See {@link githubSchema}. */
export type GithubSettings = z.infer<typeof githubSchema>;

/** What GitHub tells of a secret; never its value. */
interface Secret {
  readonly updated_at: string;
  /** How far GitHub's clock is ahead of ours, in milliseconds. */
  readonly ahead: number;
}

/** GitHub tells whole seconds, and a request takes 20 of them at most. */
const SLACK = 2_000;
const LONGEST = 20_000;

/**
 * GitHub Actions secrets of a repository, an environment or an organization. The key is sealed to
 * GitHub's public key (libsodium's sealed box). Writing again is harmless, and no label tells who
 * wrote: a secret is ours when it was not touched since our last delivery. The token needs: Secrets
 * (write) of one repository, for an environment Environments (write), for an organization its
 * Secrets (write).
 */
export const githubActions: Adapter<GithubSettings> = {
  id: 'github-actions',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'metadata',
  idempotency: 'B',
  settings: githubSchema,
  name: 'name',
  // The host where people sign in is the one that renews their tokens.
  origins: ({ address, clientId }) =>
    clientId === undefined
      ? [hostPattern(address)]
      : [...new Set([address, signInOrigin(address)].map(hostPattern))],

  async test(settings, io) {
    const { endsAt } = await publicKey(settings, io);
    return endsAt === undefined ? {} : { endsAt };
  },

  async plan(job, io) {
    return planFor(await find(job.settings, io), job);
  },

  async deliver(job, io) {
    const { settings, key } = job;
    const { action, at } = planFor(await find(settings, io), job);
    if (action === 'conflict' && !mayReplace(job, at)) {
      throw new KeyferryError('destination_conflict', [settings.name]);
    }
    const { key_id, key: recipient } = await publicKey(settings, io);
    const encrypted_value = await sealBox(recipient, new TextEncoder().encode(await key()));
    const answer = await call(io, settings, 'PUT', secretPath(settings), {
      encrypted_value,
      key_id,
      ...(settings.scope === 'organization' ? { visibility: settings.visibility } : {}),
    });
    // GitHub's key was changed between the two requests: the next try gets the new one.
    if (answer.status === 422) throw new KeyferryError('destination_unavailable', ['GitHub']);
    if (answer.status !== 201 && answer.status !== 204) throw refusal(answer);
    return (await find(settings, io))?.updated_at;
  },

  async confirm({ settings, written }, io) {
    if (written === undefined) return 'absent';
    const present = await find(settings, io);
    if (!present) return 'absent';
    if (present.updated_at !== written) {
      throw new KeyferryError('destination_changed', [settings.name]);
    }
    const reference = `GitHub › ${placeOf(settings)} › ${settings.name}`;
    return { reference, version: written, at: io.now(), proof: 'metadata' };
  },

  undo: {
    async plan({ settings, written }, io) {
      const present = await find(settings, io);
      if (!present) return 'gone';
      return present.updated_at === written ? 'remove' : 'changed';
    },
    async run({ settings, written }, io) {
      const present = await find(settings, io);
      if (!present) return;
      if (present.updated_at !== written) {
        throw new KeyferryError('destination_changed', [settings.name]);
      }
      const answer = await call(io, settings, 'DELETE', secretPath(settings));
      if (answer.status !== 204 && answer.status !== 404) throw refusal(answer);
    },
  },
};

/** @throws KeyferryError `destination_changed` when a key is there that was queued later */
function planFor(present: Secret | undefined, job: Job<GithubSettings>): Plan {
  const { before, since, sentAt = [], settings, written } = job;
  if (!present) return { action: 'create' };
  const { updated_at, ahead } = present;
  if (since.includes(updated_at)) throw new KeyferryError('destination_changed', [settings.name]);
  const at = Date.parse(updated_at);
  // What was written while our request was under way is ours: its answer was lost.
  const isOurs =
    [...before, written].includes(updated_at) ||
    sentAt.some((sent) => {
      const after = at - (sent + ahead);
      return after >= -SLACK && after <= LONGEST + SLACK;
    });
  return {
    action: isOurs ? 'overwrite' : 'conflict',
    ...(Number.isNaN(at) ? {} : { at }),
  };
}

function api({ address, token }: GithubSettings): JsonApi {
  return {
    place: 'GitHub',
    base: address.replace(/\/+$/, ''),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    },
  };
}

async function call(
  io: Io,
  settings: GithubSettings,
  method: 'GET' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<JsonAnswer> {
  return callJson(io, api(settings), method, path, body);
}

async function find(settings: GithubSettings, io: Io): Promise<Secret | undefined> {
  const answer = await call(io, settings, 'GET', secretPath(settings));
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refusal(answer);
  const { updated_at } = asObject<Secret>(answer, api(settings));
  if (updated_at === undefined) throw new KeyferryError('destination_unavailable', ['GitHub']);
  return { updated_at, ahead: answer.at === undefined ? 0 : answer.at - io.now() };
}

/** Without it nothing can be written; a place that doesn't exist is told from here. */
async function publicKey(
  settings: GithubSettings,
  io: Io,
): Promise<{ readonly key_id: string; readonly key: string } & Credentials> {
  const answer = await call(io, settings, 'GET', `${secretsPath(settings)}/public-key`);
  if (answer.status !== 200) throw refusal(answer);
  const { key_id, key } = asObject<{ key_id: string; key: string }>(answer, api(settings));
  if (!key_id || !key) throw new KeyferryError('destination_unavailable', ['GitHub']);
  const endsAt = tokenEnd(answer);
  return { key_id, key, ...(endsAt === undefined ? {} : { endsAt }) };
}

/** GitHub says with each answer when the token ends that asked, such as `2026-12-31 23:59:59 UTC`. */
function tokenEnd({ headers }: JsonAnswer): number | undefined {
  const said = headers.get('github-authentication-token-expiration') ?? '';
  const [, day, time, zone = ''] = /^(\S+) (\S+) (UTC|[+-]\d{4})$/.exec(said) ?? [];
  const at = Date.parse(`${day}T${time}${zone === 'UTC' ? 'Z' : zone.replace(/..$/, ':$&')}`);
  return Number.isNaN(at) ? undefined : at;
}

/** GitHub answers 403 to a limit that is used up, and says when it ends (secondary limits, by Retry-After). */
function refusal({ status, error }: JsonAnswer): KeyferryError {
  const isLimit = status === 403 && error.retryAfter !== undefined;
  return isLimit
    ? new KeyferryError('rate_limited', ['GitHub'], { retryAfter: error.retryAfter })
    : error;
}

function secretsPath({ scope, owner, repository, environment }: GithubSettings): string {
  const [who, what, where] = [owner, repository ?? '', environment ?? ''].map(encodeURIComponent);
  if (scope === 'organization') return `/orgs/${who}/actions/secrets`;
  if (scope === 'environment') return `/repos/${who}/${what}/environments/${where}/secrets`;
  return `/repos/${who}/${what}/actions/secrets`;
}

function secretPath(settings: GithubSettings): string {
  return `${secretsPath(settings)}/${encodeURIComponent(settings.name)}`;
}

function placeOf({ scope, owner, repository, environment }: GithubSettings): string {
  if (scope === 'organization') return owner;
  return [`${owner}/${repository}`, ...(scope === 'environment' ? [environment] : [])].join(' › ');
}
