import type { z } from 'zod/mini';
import { hostPattern } from '@/lib/domain/address';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { nexlaSchema } from '@/lib/messaging/destination-messages';
import type { Adapter } from './destination';
import { asObject, callJson, type JsonApi } from './json-api';
import { templateFor } from './nexla-template';

/** See {@link nexlaSchema}. */
export type NexlaSettings = z.infer<typeof nexlaSchema>;

/** The part of a credential that is used; secrets are not in Nexla's answers. */
interface Credential {
  readonly id: number;
  readonly name?: string;
  readonly description?: string;
  readonly verified_status?: string;
}

const OURS = 'Delivered by Keyferry, operation ';
/** Somebody who answers without end is not Nexla. */
const MOST_PAGES = 500;
const ACCEPT = 'application/vnd.nexla.api.v1+json';

/**
 * Nexla: a credential of its OpenAI connector (Nexla's Python SDK; POST /data_credentials makes one
 * each time, so the operation id in its description is looked for first). Proved by Nexla's own
 * probe. Needs a service key of a role that may make credentials.
 */
export const nexla: Adapter<NexlaSettings> = {
  id: 'nexla',
  accepts: ['project', 'service-account', 'legacy'],
  proof: 'tested',
  idempotency: 'C',
  settings: nexlaSchema,
  name: 'name',
  origins: ({ address }) => [hostPattern(address)],

  async test(settings, io) {
    await templateFor(await signIn(settings, io), io);
    return {};
  },

  async plan({ operationId, settings }, io) {
    const all = await credentials(await signIn(settings, io), io);
    if (all.some((each) => isOf(each, operationId))) return { action: 'nothing' };
    // A name may stand twice at Nexla: what is there is never touched.
    return { action: 'create' };
  },

  async deliver({ operationId, settings, key }, io) {
    const api = await signIn(settings, io);
    const earlier = (await credentials(api, io)).find((each) => isOf(each, operationId));
    if (earlier) return String(earlier.id);
    const template = await templateFor(api, io);
    const made = await callJson(io, api, 'POST', '/data_credentials', {
      name: settings.name,
      description: `${OURS}${operationId}`,
      credentials_type: template.type,
      vendor_id: template.vendorId,
      auth_template_id: template.id,
      template_config: { [template.field]: await key() },
    });
    if (made.status !== 200 && made.status !== 201) throw made.error;
    const { id } = asObject<Credential>(made, api);
    return id === undefined ? undefined : String(id);
  },

  async confirm({ operationId, settings }, io) {
    const api = await signIn(settings, io);
    const present = (await credentials(api, io)).find((each) => isOf(each, operationId));
    if (!present) return 'absent';
    const tested = await callJson(io, api, 'GET', `/data_credentials/${present.id}/probe`);
    // Nexla took the credential and could not use it: OpenAI said no to it.
    if (tested.status === 400 || tested.status === 422) {
      throw new KeyferryError('product_test_failed', ['Nexla']);
    }
    // A page in place of the probe's answer is no yes.
    if (tested.status === 200) asObject(tested, api);
    const at = io.now();
    const receipt = { reference: `Nexla › ${settings.name}`, version: String(present.id), at };
    return { ...receipt, proof: tested.status === 200 ? 'tested' : 'accepted' };
  },

  undo: {
    async plan({ operationId, settings }, io) {
      const all = await credentials(await signIn(settings, io), io);
      return all.some((each) => isOf(each, operationId)) ? 'remove' : 'gone';
    },
    async run({ operationId, settings }, io) {
      const api = await signIn(settings, io);
      const present = (await credentials(api, io)).find((each) => isOf(each, operationId));
      if (!present) return;
      const done = await callJson(io, api, 'DELETE', `/data_credentials/${present.id}`);
      if (done.status >= 300 && done.status !== 404) throw done.error;
    },
  },
};

const isOf = ({ description }: Credential, operationId: string) =>
  operationId !== '' && description === `${OURS}${operationId}`;

/** A service key gets an access token, that lasts a day. */
async function signIn({ address, serviceKey }: NexlaSettings, io: Io): Promise<JsonApi> {
  const api = { place: 'Nexla', base: address.replace(/\/+$/, ''), headers: { accept: ACCEPT } };
  const headers = { ...api.headers, authorization: `Basic ${serviceKey}` };
  const answer = await callJson(io, { ...api, headers }, 'POST', '/token', {});
  if (answer.status !== 200 && answer.status !== 201) throw answer.error;
  const { access_token } = asObject<{ access_token: string }>(answer, api);
  if (!access_token) throw new KeyferryError('destination_unavailable', ['Nexla']);
  return { ...api, headers: { ...api.headers, authorization: `Bearer ${access_token}` } };
}

/** Every credential there is. The last page is known by bringing nothing new, however long pages are. */
async function credentials(api: JsonApi, io: Io): Promise<readonly Credential[]> {
  const all = new Map<number, Credential>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const path = `/data_credentials?page=${page}&per_page=100`;
    const answer = await callJson(io, api, 'GET', path);
    if (answer.status !== 200) throw answer.error;
    if (!Array.isArray(answer.body)) break;
    const known = all.size;
    for (const each of answer.body as readonly Credential[]) all.set(each.id, each);
    if (all.size === known) return [...all.values()];
  }
  throw new KeyferryError('destination_unavailable', ['Nexla']);
}
