import { jsonOf, type Answer, type Question } from '../http.ts';
import { apiError } from './errors.ts';

/**
 * Refuses a body, as every probe's body is meant to be. The texts are those that OpenAI's clients
 * know; one that would run a model is refused in words of our own.
 */
export function badBody(question: Question): Answer {
  const body = jsonOf(question);
  if (typeof body !== 'object' || body === null) {
    return apiError(400, 'We could not parse the JSON body of your request.');
  }
  const field = /chat/.test(question.url.pathname) ? 'messages' : 'input';
  for (const param of ['model', field]) {
    const given = (body as Record<string, unknown>)[param];
    if (given === undefined) {
      const message = `Missing required parameter: '${param}'.`;
      return apiError(400, message, 'missing_required_parameter', param);
    }
    if (typeof given === 'number') {
      const message = `Invalid type for '${param}': got an integer instead.`;
      return apiError(400, message, 'invalid_type', param);
    }
  }
  return apiError(400, 'The stand-in runs no models: no probe may send a body that does.');
}

/**
 * Refuses a body that has a number where the published description wants something else; any other
 * body would make something here, and no probe may send one.
 */
export function badFields(question: Question): Answer {
  const body = jsonOf(question);
  if (typeof body !== 'object' || body === null) {
    return apiError(400, 'We could not parse the JSON body of your request.');
  }
  const wrong = Object.entries(body).find(([, value]) => typeof value === 'number')?.[0];
  return wrong === undefined
    ? { status: 500, body: 'The stand-in makes nothing: no probe may send a body that is taken.' }
    : apiError(400, `Invalid type for '${wrong}': got an integer instead.`, 'invalid_type', wrong);
}

/** Takes a form only (openai-platform.md §3.1). */
export function formOnly({ headers }: Question): Answer {
  const type = headers['content-type'] ?? '';
  return type.startsWith('multipart/')
    ? { status: 500, body: 'The stand-in keeps no files: no probe may send one.' }
    : apiError(415, `Unsupported content type: '${type}'. This API method takes a form.`);
}
