import type { Answer, Question } from '../http.ts';
import { apiError } from './errors.ts';

const DAY = 86_400;

/** Costs of the last days, in OpenAI's buckets of one day (openai-platform.md §4). */
export function costs(question: Question): Answer {
  return page(question, (day) => ({
    object: 'organization.costs.result',
    amount: { value: 12.5 + (day % 7), currency: 'usd' },
    line_item: null,
    project_id: null,
  }));
}

/** Completions usage of the last days. */
export function usage(question: Question): Answer {
  return page(question, (day) => ({
    object: 'organization.usage.completions.result',
    input_tokens: 1000 + (day % 500),
    output_tokens: 400,
    input_cached_tokens: 0,
    num_model_requests: 12,
  }));
}

function page({ url }: Question, result: (day: number) => object): Answer {
  const from = Number(url.searchParams.get('start_time') ?? NaN);
  // The one required parameter.
  if (!Number.isInteger(from)) {
    const message = "Missing required parameter: 'start_time'.";
    return apiError(400, message, 'missing_required_parameter', 'start_time');
  }
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 7), 31);
  const until = Math.min(Number(url.searchParams.get('end_time') ?? Infinity), Date.now() / 1000);
  const first = Math.floor(from / DAY);
  const days = Math.max(0, Math.ceil(until / DAY) - first);
  const data = Array.from({ length: Math.min(limit, days) }, (_each, index) => ({
    object: 'bucket',
    start_time: (first + index) * DAY,
    end_time: (first + index + 1) * DAY,
    results: [result(first + index)],
  }));
  const next_page = days > limit ? `page_fake_${first + limit}` : null;
  return { status: 200, body: { object: 'page', data, has_more: next_page !== null, next_page } };
}
