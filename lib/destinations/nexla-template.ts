import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { callJson, type JsonApi } from './json-api';

/** How Nexla wants an OpenAI credential. */
export interface NexlaTemplate {
  readonly id: number;
  readonly vendorId: number;
  readonly type: string;
  /** The field of `template_config` that takes the key. */
  readonly field: string;
}

interface Vendor {
  readonly id: number;
  readonly name: string;
  readonly connection_type?: string;
  readonly auth_templates?: readonly {
    readonly id: number;
    readonly auth_parameters?: readonly { readonly name: string; readonly secured?: boolean }[];
  }[];
}

const CONNECTOR = /^open_?ai(_api)?$/i;

/**
 * Asks Nexla what its OpenAI connector looks like: nothing public names the field for the key.
 * @throws KeyferryError `destination_missing` when there is no such connector, or not just one secret in it
 */
export async function templateFor(api: JsonApi, io: Io): Promise<NexlaTemplate> {
  const answer = await callJson(io, api, 'GET', '/vendors?per_page=500');
  if (answer.status !== 200) throw answer.error;
  if (!Array.isArray(answer.body)) throw new KeyferryError('destination_unavailable', [api.place]);
  const vendor = (answer.body as readonly Vendor[]).find(({ name }) => CONNECTOR.test(name));
  for (const { id, auth_parameters = [] } of vendor?.auth_templates ?? []) {
    const [secret, ...more] = auth_parameters.filter(({ secured }) => secured);
    if (vendor && secret && more.length === 0) {
      const type = vendor.connection_type ?? 'rest';
      return { id, vendorId: vendor.id, type, field: secret.name };
    }
  }
  throw new KeyferryError('destination_missing', [api.place]);
}
