import { setTimeout as pause } from 'node:timers/promises';
import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import type { Panel } from '../e2e/harness/driver.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { ask, PASSPHRASE } from '../e2e/journey.ts';
import { startStandin, type Standin } from '../standin/server.ts';
import { inTurns, judge, sample, type Bench, type Result } from './measure.ts';

const PLACE = 'https://vault.acme.example';
const LATENCIES = [0, 50, 200];
/** The five places are one host, to which a browser opens so many connections over HTTP/1.1. */
const CONNECTIONS = 6;

interface Key {
  readonly itemId: string;
  readonly value: string;
}

async function save(standin: Standin, page: Panel): Promise<Key> {
  const { value } = standin.state.store.create({
    kind: 'project',
    name: 'A key',
    permission: 'restricted',
    rows: { 'Model capabilities': 'Request' },
    expiration: '90 days',
  });
  const { ok } = await ask<{ ok: { itemId: string } }>(page, 'key/paste', {
    text: value,
    recipeId: 'bubble',
  });
  return { itemId: ok.itemId, value };
}

/** Gives the extension access to the destinations, by a press in its page as far as the browser can tell. */
async function allow(driver: ChromiumDriver): Promise<void> {
  await driver.approvePermission(PLACE);
  const page = driver.context.pages().find((each) => each.url().endsWith('manifest.json'));
  const isAllowed = await page?.evaluate((origin) => {
    const { chrome } = globalThis as never as {
      chrome: { permissions: { request(of: object): Promise<boolean> } };
    };
    return chrome.permissions.request({ origins: [`${origin}/*`] });
  }, PLACE);
  if (!isAllowed) throw new Error(`The browser gave no access to ${PLACE}.`);
}

/** Sends keys to destinations. @returns how long until all are confirmed and, when asked for, verified. */
function send(
  page: Panel,
  pairs: readonly (readonly [itemId: string, destinationId: string])[],
  isVerified: boolean,
): Promise<number> {
  return page.evaluate(
    async ([all, verified]) => {
      const { chrome } = globalThis as never as {
        chrome: {
          runtime: { sendMessage(message: object): Promise<{ ok: never }> };
          storage: { session: { onChanged: { addListener(listener: () => void): void } } };
        };
      };
      interface Seen {
        readonly deliveries: readonly { readonly state: string }[];
        readonly verification?: { readonly outcome?: string };
      }
      const call = async <T>(name: string, request: object): Promise<T> =>
        (await chrome.runtime.sendMessage({ name, request })).ok;
      // As our own pages do: they look again when they are told of a change.
      let change = Promise.withResolvers<void>();
      chrome.storage.session.onChanged.addListener(() => change.resolve());
      const start = performance.now();
      await Promise.all(
        all.map(([itemId, destinationId]) => call('delivery/send', { itemId, destinationId })),
      );
      for (const itemId of new Set(all.map(([id]) => id))) {
        for (;;) {
          change = Promise.withResolvers();
          const { deliveries, verification } = await call<Seen>('key/view', { itemId });
          const sent = deliveries.every(({ state }) => state === 'confirmed');
          if (sent && (!verified || verification?.outcome)) break;
          await change.promise;
        }
      }
      return performance.now() - start;
    },
    [pairs, isVerified] as const,
  );
}

/** The same requests from the same worker by a plain script: the delivery beside the questions, of which four at once after the first. */
function replay(driver: ChromiumDriver, key: string, requests: readonly string[]): Promise<number> {
  return driver.evaluateInWorker(
    async ([authorization, place, urls]) => {
      const start = performance.now();
      const left = urls.values();
      const headers = { authorization: `Bearer ${authorization}` };
      const work = async (most: number) => {
        for (let asked = 0; asked < most; asked += 1) {
          const { done, value } = left.next();
          if (done) return;
          await (await fetch(value, { headers })).text();
        }
      };
      const verify = async () => {
        await work(1);
        await Promise.all([1, 2, 3, 4].map(() => work(Infinity)));
      };
      const deliver = async () => {
        await (await fetch(`${place}/replayed`, { method: 'POST', body: '{}' })).text();
      };
      await Promise.all([deliver(), verify()]);
      return performance.now() - start;
    },
    [key, PLACE, requests] as const,
  );
}

/** B12: *Send and verify*, and a hundred deliveries to five places, beside the network's own time. */
export const delivery: Bench = {
  id: 'B12',
  run: async ({ rounds, isQuick }) => {
    const standin = await startStandin();
    const driver = await launchChromium({ standin });
    const { state } = standin;
    state.vault = async () => {
      await pause(state.apiLatencyMs);
      return Response.json({});
    };
    try {
      const page = await driver.appPage('manifest.json');
      await ask(page, 'vault/create', { passphrase: PASSPHRASE });
      await allow(driver);
      const places: string[] = [];
      for (let at = 0; at < 5; at += 1) {
        const secret = `whsec_${Buffer.from('FAKE'.repeat(8)).toString('base64')}`;
        const settings = { address: `${PLACE}/hook/${at}`, name: 'OPENAI_API_KEY', secret };
        const answer = await ask<{ ok: { destinationId: string } }>(page, 'destination/save', {
          adapter: 'webhook',
          label: `Hook ${at}`,
          settings,
        });
        places.push(answer.ok.destinationId);
      }
      const [first = ''] = places;
      const results: Result[] = [];
      for (const latency of LATENCIES) {
        state.apiLatencyMs = latency;
        state.requests.length = 0;
        const known = await save(standin, page);
        await send(page, [[known.itemId, first]], true);
        const urls = state.requests
          .filter(({ host }) => host === 'api.openai.com')
          .map(({ host, path }) => `https://${host}${path}`);
        const samples = await inTurns(
          {
            Keyferry: async () => send(page, [[(await save(standin, page)).itemId, first]], true),
            'the same requests alone': () => replay(driver, known.value, urls),
          },
          rounds,
        );
        results.push(
          judge(samples, {
            id: 'B12',
            what: `Send and verify, ${urls.length + 1} requests at ${latency} ms`,
            ours: 'Keyferry',
            base: 'the same requests alone',
            atMost: 1.15,
          }),
        );
      }

      const keys: Key[] = [];
      state.apiLatencyMs = 0;
      for (let at = 0; at < (isQuick ? 4 : 20); at += 1) keys.push(await save(standin, page));
      state.apiLatencyMs = 200;
      const pairs = keys.flatMap(({ itemId }) => places.map((place) => [itemId, place] as const));
      const took = await send(page, pairs, false);
      const ideal = Math.ceil(pairs.length / CONNECTIONS) * state.apiLatencyMs;
      results.push(
        judge(
          { 'the network’s own time': sample([ideal]), Keyferry: sample([took]) },
          {
            id: 'B12',
            what: `${pairs.length} deliveries to ${places.length} places at 200 ms: the part that is the network’s`,
            ours: 'the network’s own time',
            base: 'Keyferry',
            atLeast: 0.8,
          },
        ),
      );
      return results;
    } finally {
      await driver.close();
      await standin.close();
    }
  },
};
