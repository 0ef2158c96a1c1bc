import * as z from 'zod/mini';
import { keyKind, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import { USAGE_DAYS, type UsageAnswer, type UsageDay } from '@/lib/domain/recent-usage';
import type { VerificationReason } from '@/lib/domain/verification';
import { parseJson, request, type Io } from '@/lib/http';
import { classify } from './classify';

const API = 'https://api.openai.com';
const DAY = 86_400;

const page = <R extends z.ZodMiniType>(result: R) =>
  z.object({ data: z.array(z.object({ start_time: z.int(), results: z.array(result) })) });

// Described as a number; a decimal in a text says the same.
const decimal = z.union([
  z.number(),
  z.pipe(z.string().check(z.regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i)), z.transform(Number)),
]);
const amountSchema = z.object({
  value: decimal,
  currency: z.string().check(z.regex(/^[a-z]{3}$/i)),
});
// A bucket may hold results of any kind, as it is described.
const costsSchema = page(z.object({ amount: z.optional(amountSchema) }));
const usageSchema = page(z.object({ num_model_requests: z.optional(z.nullable(z.number())) }));

/** A page of daily buckets, or why there is none. */
type Page<T> = { readonly data: T } | { readonly failed: VerificationReason };

/**
 * What the key's organization spent in the last fourteen days, and how many requests to models it
 * made (`/organization/costs` and `/organization/usage/completions`, openai-platform.md §4). Two
 * reads, which cost nothing. Costs in another currency than the first are left out.
 */
export async function recentUsage(key: ApiKey, io: Io): Promise<UsageAnswer> {
  if (keyKind(key) === 'practice') return { failed: 'practice' };
  const today = Math.floor(io.now() / 1000 / DAY) * DAY;
  const start = today - (USAGE_DAYS - 1) * DAY;
  const query = `start_time=${start}&bucket_width=1d&limit=${USAGE_DAYS}`;
  const [costs, usage] = await Promise.all([
    read(`/v1/organization/costs?${query}`, costsSchema, key, io),
    read(`/v1/organization/usage/completions?${query}`, usageSchema, key, io),
  ]);
  if ('failed' in costs) return costs;
  const amounts = costs.data.data.map(({ start_time, results }) => ({
    start_time,
    results: results.flatMap(({ amount }) => amount ?? []),
  }));
  const currency = amounts.flatMap(({ results }) => results)[0]?.currency;
  const days = Array.from({ length: USAGE_DAYS }, (_each, index): UsageDay => {
    const at = start + index * DAY;
    const spent = resultsOn(amounts, at).filter((amount) => amount.currency === currency);
    const cost = spent.reduce((sum, { value }) => sum + value, 0);
    if ('failed' in usage) return { at: at * 1000, cost };
    const requests = resultsOn(usage.data.data, at).reduce(
      (sum, { num_model_requests: made }) => sum + (made ?? 0),
      0,
    );
    return { at: at * 1000, cost, requests };
  });
  return { days, ...(currency ? { currency: currency.toUpperCase() } : {}) };
}

function resultsOn<R>(
  buckets: readonly { readonly start_time: number; readonly results: readonly R[] }[],
  at: number,
): readonly R[] {
  return buckets
    .filter(({ start_time: start }) => start >= at && start < at + DAY)
    .flatMap(({ results }) => results);
}

async function read<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  key: ApiKey,
  io: Io,
): Promise<Page<z.output<S>>> {
  try {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await request(io, { method: 'GET', url: `${API}${path}`, headers });
    const { finding, reason } = classify({}, answer);
    if (finding !== 'granted') return { failed: reason ?? 'unreadable_answer' };
    const parsed = schema.safeParse(parseJson(answer.text));
    return parsed.success ? { data: parsed.data } : { failed: 'unreadable_answer' };
  } catch (error) {
    if (!(error instanceof KeyferryError)) throw error;
    return { failed: 'network' };
  }
}
