import * as z from 'zod/mini';
import { hostPattern } from '@/lib/domain/address';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { mayReplace, type Adapter } from '@/lib/destinations/destination';
import { asObject, callJson, type JsonAnswer, type JsonApi } from '@/lib/destinations/json-api';

const settingsSchema = z.strictObject({
  address: z.url({ protocol: /^https$/ }),
  name: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  token: z.string().check(z.minLength(1), z.maxLength(200)),
});
type AcmeSettings = z.infer<typeof settingsSchema>;

/** What Acme tells of a secret; its value is in no answer. */
interface Entry {
  readonly revision: string;
  /** A note of whoever wrote it. */
  readonly note: string;
}

const NOTE = 'keyferry ';

/**
 * An example: a store of secrets that nobody sells. A write carries a note, which Acme lists, and
 * holds the revision that was seen, so that somebody else's write in between is refused. The note is
 * our operation id: by it a repeated write is known, and what others wrote.
 */
export const acmeSecrets: Adapter<AcmeSettings> = {
  id: 'acme-secrets',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'metadata',
  idempotency: 'A',
  settings: settingsSchema,
  name: 'name',
  origins: ({ address }) => [hostPattern(address)],

  async test(settings, io) {
    await look(settings, io);
    return {};
  },

  async plan({ settings, operationId }, io) {
    const there = await look(settings, io);
    if (!there) return { action: 'create' };
    if (there.note === NOTE + operationId) return { action: 'nothing' };
    return { action: there.note.startsWith(NOTE) ? 'new-version' : 'conflict' };
  },

  async deliver(job, io) {
    const { settings, operationId, key } = job;
    const there = await look(settings, io);
    // A try before this one arrived, though its answer didn't.
    if (there?.note === NOTE + operationId) return there.revision;
    if (there && job.since.includes(there.revision)) {
      throw new KeyferryError('destination_changed', [apiOf(settings).place]);
    }
    if (there && !there.note.startsWith(NOTE) && !mayReplace(job)) {
      throw new KeyferryError('destination_conflict', [settings.name]);
    }
    const answer = await call(settings, io, 'PUT', {
      value: await key(),
      note: NOTE + operationId,
      after: there?.revision ?? null,
    });
    if (answer.status !== 200) throw answer.error;
    return asObject<Entry>(answer, apiOf(settings)).revision;
  },

  async confirm({ settings, operationId, written }, io) {
    const there = await look(settings, io);
    if (there?.note === NOTE + operationId) {
      const reference = `${apiOf(settings).place} › ${settings.name}`;
      return { reference, version: there.revision, at: io.now(), proof: 'metadata' };
    }
    if (written === undefined) return 'absent';
    throw new KeyferryError('destination_changed', [apiOf(settings).place]);
  },
};

/** What is under the name, without its value. @throws KeyferryError */
async function look(settings: AcmeSettings, io: Io): Promise<Entry | undefined> {
  const answer = await call(settings, io, 'GET');
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw answer.error;
  const { revision, note } = asObject<Entry>(answer, apiOf(settings));
  if (revision === undefined) throw answer.error;
  return { revision, note: note ?? '' };
}

function call(
  settings: AcmeSettings,
  io: Io,
  method: 'GET' | 'PUT',
  body?: object,
): Promise<JsonAnswer> {
  return callJson(io, apiOf(settings), method, `/v1/secrets/${settings.name}`, body);
}

function apiOf({ address, token }: AcmeSettings): JsonApi {
  const headers = { authorization: `Bearer ${token}` };
  return { place: new URL(address).host, base: address, headers };
}
