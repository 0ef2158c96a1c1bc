import { setTimeout as wait } from 'node:timers/promises';
import { jsonOf, type Answer, type Question } from './http.ts';

/** An account that DoiT's stand-in has connected. The whole key, so that a test can compare it; the page is told its end. */
export interface DoitConnection {
  readonly name: string;
  readonly lastFour: string;
  readonly key: string;
}

const USAGE = 'https://api.openai.com/v1/organization/usage/completions';
// "A couple of seconds" on the real page (its help); shorter here, but long enough to be seen.
const TEST_MS = 400;

/** The server behind DoiT's wizard. It tests a key by asking the usage API with it, as a product's server does. */
export async function answerDoit(
  question: Question,
  connections: DoitConnection[],
  fetcher: typeof fetch,
): Promise<Answer> {
  const { method, url } = question;
  if (method === 'GET' && url.pathname === '/internal/connections') {
    return { status: 200, body: connections.map(({ name, lastFour }) => ({ name, lastFour })) };
  }
  const { key = '' } = (jsonOf(question) ?? {}) as { key?: string };
  if (method === 'POST' && url.pathname === '/internal/test') {
    await wait(TEST_MS);
    const reason = await problemWith(key, fetcher);
    return { status: 200, body: { passed: reason === undefined, reason } };
  }
  if (method === 'POST' && url.pathname === '/internal/connections') {
    connections.unshift({ name: 'OpenAI', lastFour: key.slice(-4), key });
    return { status: 204 };
  }
  return { status: 404 };
}

async function problemWith(key: string, fetcher: typeof fetch): Promise<string | undefined> {
  const since = Math.floor(Date.now() / 1000) - 86_400;
  try {
    const answer = await fetcher(`${USAGE}?start_time=${since}&limit=1`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const { error } = (await answer.json()) as { error?: { message: string } };
    return answer.ok ? undefined : (error?.message ?? 'Unknown error');
  } catch {
    return 'OpenAI cannot be reached.';
  }
}
