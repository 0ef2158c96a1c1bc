import type { Answer, Question } from '../http.ts';
import { apiError } from './errors.ts';

const DAY = 86_400;

/** Costs of the last days, in OpenAI's buckets of one day (openai-platform.md §4). */
export function costs(question: Question): Answer {
  return page(question, (start) => ({
    object: 'organization.costs.result',
    amount: { value: 12.5 + ((start / DAY) % 7), currency: 'usd' },
    line_item: null,
    project_id: null,
  }));
}

/** Completions usage of the last days. */
export function usage(question: Question): Answer {
  return page(question, (start) => ({
    object: 'organization.usage.completions.result',
    input_tokens: 1000 + ((start / DAY) % 500),
    output_tokens: 400,
    input_cached_tokens: 0,
    num_model_requests: 12,
  }));
}

function page({ url }: Question, result: (start: number) => object): Answer {
  const from = Number(url.searchParams.get('start_time'));
  // The one required parameter.
  if (!url.searchParams.has('start_time') || !Number.isFinite(from)) {
    return apiError(400, "Missing required parameter: 'start_time'.", 'missing_required_parameter');
  }
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 7), 31);
  const data = Array.from({ length: Math.max(1, limit) }, (_each, index) => {
    const start_time = from + index * DAY;
    return {
      object: 'bucket',
      start_time,
      end_time: start_time + DAY,
      results: [result(start_time)],
    };
  });
  return { status: 200, body: { object: 'page', data, has_more: false, next_page: null } };
}
