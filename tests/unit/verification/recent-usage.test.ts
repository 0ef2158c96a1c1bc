import { expect, test } from 'vitest';
import { sumsOf, type RecentUsage, type UsageAnswer } from '@/lib/domain/recent-usage';
import type { Io } from '@/lib/http';
import { recentUsage } from '@/lib/verification/recent-usage';
import { keyOf, missing, refuse, type Reply } from './openai-world';

const KEY = keyOf('admin');
const DAY = 86_400;
const NOW = Date.UTC(2026, 10, 21, 16, 5);
const TODAY = Date.UTC(2026, 10, 21) / 1000;
const COSTS = '/v1/organization/costs';
const USAGE = '/v1/organization/usage/completions';

const spent = (value: unknown, currency: unknown = 'usd') => ({ amount: { value, currency } });
const made = (requests: number) => ({ num_model_requests: requests });
const bucket = (daysAgo: number, ...results: object[]) => ({
  start_time: TODAY - daysAgo * DAY,
  results,
});
const buckets =
  (...data: object[]): Reply =>
  () =>
    Response.json({ object: 'page', data, has_more: false });

async function read(replies: Readonly<Record<string, Reply>>) {
  const asked: string[] = [];
  const fetch: Io['fetch'] = async (url, { method = '' }) => {
    asked.push(`${method} ${url}`);
    return (replies[new URL(url).pathname] ?? buckets())();
  };
  const answer = await recentUsage(KEY, { fetch, now: () => NOW });
  return { asked, answer };
}

function days(answer: UsageAnswer): RecentUsage {
  if ('failed' in answer) throw new Error(answer.failed);
  return answer;
}

test('Fourteen whole days in UTC are asked for, today’s among them, and nothing is changed.', async () => {
  const { asked, answer } = await read({});
  const query = `start_time=${TODAY - 13 * DAY}&bucket_width=1d&limit=14`;
  expect(asked).toEqual([
    `GET https://api.openai.com${COSTS}?${query}`,
    `GET https://api.openai.com${USAGE}?${query}`,
  ]);
  expect(days(answer).days.map(({ at }) => at)).toEqual(
    Array.from({ length: 14 }, (_each, index) => (TODAY - (13 - index) * DAY) * 1000),
  );
});

test('Each day has what was spent and asked for on it, of all its results; a day without any has nothing.', async () => {
  const { answer } = await read({
    [COSTS]: buckets(bucket(2, spent(1.5), spent('0.25')), bucket(0, spent(3))),
    [USAGE]: buckets(bucket(2, made(4), made(1)), bucket(1)),
  });
  const usage = days(answer);
  expect(usage.currency).toBe('USD');
  expect(usage.days.slice(-3).map(({ cost, requests }) => [cost, requests])).toEqual([
    [1.75, 5],
    [0, 0],
    [3, 0],
  ]);
  expect(sumsOf(usage)).toEqual({ cost: 4.75, requests: 5 });
});

test('Where the usage can’t be read the costs are told, and no number is made up for the rest.', async () => {
  const { answer } = await read({
    [COSTS]: buckets(bucket(0, spent(3))),
    [USAGE]: refuse(500, 'Down.'),
  });
  expect(sumsOf(days(answer))).toEqual({ cost: 3 });
});

test('Costs in a second currency are not added to the first.', async () => {
  const { answer } = await read({
    [COSTS]: buckets(bucket(1, spent(3, 'eur')), bucket(0, spent(5, 'usd'))),
  });
  expect(days(answer)).toMatchObject({ currency: 'EUR' });
  expect(sumsOf(days(answer)).cost).toBe(3);
});

test.each<[string, Reply, string]>([
  ['the right lacks', missing('api.usage.read'), 'missing_scope'],
  ['the key is gone', refuse(401, 'Incorrect API key provided.', 'invalid_api_key'), 'invalid_key'],
  ['OpenAI is down', refuse(503, 'Down.'), 'openai_down'],
  ['a proxy answers', () => new Response('<html>', { status: 200 }), 'proxy'],
  ['an amount is no number', buckets(bucket(0, spent('a lot'))), 'unreadable_answer'],
  ['a currency is none', buckets(bucket(0, spent(1, 'us dollars'))), 'unreadable_answer'],
  ['there are no buckets', () => Response.json({ object: 'page' }), 'unreadable_answer'],
  [
    'the network is cut',
    () => {
      throw new TypeError('cut');
    },
    'network',
  ],
])('It says why when %s.', async (_when, reply, failed) => {
  const { answer } = await read({ [COSTS]: reply });
  expect(answer).toEqual({ failed });
});
