import { setTimeout as wait } from 'node:timers/promises';
import type { UsageAnswer } from './ask-api.ts';
import { jsonOf, type Answer, type Question } from './http.ts';

/** An account that DoiT's stand-in has connected. The whole key, so that a test can compare it; the page is told its end. */
export interface DoitConnection {
  readonly name: string;
  readonly lastFour: string;
  readonly key: string;
}

// "A couple of seconds" on the real page (its help); shorter here, but long enough to be seen.
const TEST_MS = 400;

/** The server behind DoiT's wizard. It tests a key by asking the usage API with it, as a product's server does. */
export async function answerDoit(
  question: Question,
  connections: DoitConnection[],
  ask: (key: string) => Promise<UsageAnswer>,
): Promise<Answer> {
  const { method, url } = question;
  if (method === 'GET' && url.pathname === '/internal/connections') {
    return { status: 200, body: connections.map(({ name, lastFour }) => ({ name, lastFour })) };
  }
  const { key = '' } = (jsonOf(question) ?? {}) as { key?: string };
  if (method === 'POST' && url.pathname === '/internal/test') {
    await wait(TEST_MS);
    const { status, message } = await test(key, ask);
    return { status: 200, body: { passed: status === 200, reason: message } };
  }
  if (method === 'POST' && url.pathname === '/internal/connections') {
    connections.unshift({ name: 'OpenAI', lastFour: key.slice(-4), key });
    return { status: 200, body: {} };
  }
  return { status: 404 };
}

async function test(key: string, ask: (key: string) => Promise<UsageAnswer>): Promise<UsageAnswer> {
  try {
    return await ask(key);
  } catch {
    return { status: 0, message: 'OpenAI cannot be reached.' };
  }
}
