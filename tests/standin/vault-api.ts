import type { Answer, Question } from './http.ts';

/** A place that somebody plays, as a `fetch` is answered. */
export type Played = (url: string, init: RequestInit) => Promise<Response>;

/** Hands a request to who plays Vault. Its answer sets a cookie, which no later request may bring along. */
export async function answerVault(
  { method, url, headers, body }: Question,
  played: Played | undefined,
): Promise<Answer> {
  if (!played) return { status: 502 };
  const flat = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const answer = await played(url.href, { method, headers: flat, body });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: { 'set-cookie': 'vault-session=of-the-person; Path=/; Secure; SameSite=None' },
    ...(text === '' ? {} : { body: JSON.parse(text) as unknown }),
  };
}
