import { nexla, type NexlaSettings } from '@/lib/destinations/nexla';
import { playing, type Answered, type Asked, type Place } from './place.ts';

const SERVICE_KEY = 'FAKE-service-key-of-nexla';
const ACCESS = 'FAKE-access-token';

/**
 * Nexla's credentials, after its SDK: the templates' shape is made up, because nothing public shows
 * OpenAI's. Its probe believes keys that look like OpenAI's.
 */
export function playNexla(): Promise<Place<NexlaSettings>> {
  const kept = new Map<number, { name: string; description: string; key: string }>();
  let writes = 0;

  function answer({ method, path, query, headers, body }: Asked): Answered {
    const own = path.replace('/nexla-api', '');
    if (own === '/token') {
      const right = headers.get('authorization') === `Basic ${SERVICE_KEY}`;
      return right
        ? { status: 200, body: { access_token: ACCESS, expires_in: 86_400 } }
        : { status: 401, body: { message: 'unauthorized' } };
    }
    if (headers.get('authorization') !== `Bearer ${ACCESS}`) return { status: 401, body: {} };
    if (own === '/vendors') return { status: 200, body: VENDORS };
    if (own === '/data_credentials' && method === 'GET') {
      const all = [...kept].map(([id, { name, description }]) => ({ id, name, description }));
      const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 20)];
      return { status: 200, body: all.slice((page - 1) * size, page * size) };
    }
    if (own === '/data_credentials') {
      const { name, description, template_config } = body as {
        name: string;
        description: string;
        template_config: Record<string, string>;
      };
      writes += 1;
      kept.set(5000 + writes, { name, description, key: template_config['openai.api_key'] ?? '' });
      return { status: 200, body: { id: 5000 + writes, name, verified_status: 'UNVERIFIED' } };
    }
    const id = Number(/^\/data_credentials\/(\d+)/.exec(own)?.[1]);
    if (method === 'DELETE') {
      kept.delete(id);
      return { status: 204 };
    }
    return kept.has(id) ? { status: 200, body: { status: 'ok' } } : { status: 404, body: {} };
  }

  const settings = {
    address: 'https://dataops.nexla.io/nexla-api',
    serviceKey: SERVICE_KEY,
    name: 'OpenAI by Keyferry',
  };
  return Promise.resolve({
    adapter: nexla,
    settings,
    strange: { ...settings, serviceKey: 'FAKE-service-key-of-nobody' },
    fetch: playing(answer),
    read: () => Promise.resolve([...kept.values()].at(-1)?.key),
    writes: () => writes,
    violations: [],
  });
}

const VENDORS = [
  { id: 7, name: 'salesforce_api', auth_templates: [] },
  {
    id: 42,
    name: 'openai_api',
    connection_type: 'rest',
    auth_templates: [
      {
        id: 420,
        auth_parameters: [
          { name: 'openai.base_url', secured: false },
          { name: 'openai.api_key', secured: true },
        ],
      },
    ],
  },
];
