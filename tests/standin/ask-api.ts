import { request } from 'node:https';

/** What the usage API answered to a key. */
export interface UsageAnswer {
  readonly status: number;
  readonly message?: string | undefined;
}

/** Asks the stand-in's usage API over its own port, as a product's server asks OpenAI's. */
export function askUsage(key: string, port: number, ca: string): Promise<UsageAnswer> {
  const since = Math.floor(Date.now() / 1000) - 86_400;
  return new Promise((done, fail) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        ca,
        servername: 'api.openai.com',
        path: `/v1/organization/usage/completions?start_time=${since}&limit=1`,
        headers: { host: 'api.openai.com', authorization: `Bearer ${key}` },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => {
          const { error } = JSON.parse(text) as { error?: { message: string } };
          done({ status: answer.statusCode ?? 0, message: error?.message });
        });
      },
    );
    asked.on('error', fail);
    asked.end();
  });
}
