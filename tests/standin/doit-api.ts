import { setTimeout as wait } from 'node:timers/promises';
import { jsonOf, type Answer, type Question } from './http.ts';

/** An account that DoiT's stand-in has connected. Holds the key's last four characters only. */
export interface DoitConnection {
  readonly name: string;
  readonly lastFour: string;
  readonly key: string;
}

/** How DoiT asks OpenAI with a key: a GET of the API's usage, giving its status and error. */
export type AskUsage = (
  key: string,
) => Promise<{ readonly status: number; readonly message?: string | undefined }>;

/** The server behind DoiT's wizard. It tests a key by really asking the usage API with it, as a product's server does. */
export async function answerDoit(
  question: Question,
  connections: DoitConnection[],
  askUsage: AskUsage,
): Promise<Answer> {
  const { method, url } = question;
  if (method === 'GET' && url.pathname === '/internal/connections') {
    return { status: 200, body: connections.map(({ name, lastFour }) => ({ name, lastFour })) };
  }
  const { key = '' } = (jsonOf(question) ?? {}) as { key?: string };
  if (method === 'POST' && url.pathname === '/internal/test') {
    await wait(400);
    const { status, message } = await askUsage(key);
    return { status: 200, body: { passed: status === 200, reason: message } };
  }
  if (method === 'POST' && url.pathname === '/internal/connections') {
    connections.unshift({ name: 'OpenAI', lastFour: key.slice(-4), key });
    return { status: 200, body: {} };
  }
  return { status: 404 };
}
