import { request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './http.ts';
import type { StandinState } from './state.ts';

/** True for an address of AWS Secrets Manager. */
export function isAws(host: string): boolean {
  return /^secretsmanager\.[a-z0-9-]+\.amazonaws\.com$/.test(host);
}

/**
 * Hands a request for AWS to a running moto_server unchanged, its Host header too: the signature
 * covers it. Without one it answers 502. The gate may hold it up at each passage.
 */
export async function passToMoto(
  from: IncomingMessage,
  to: ServerResponse,
  { motoPort: port, awsGate }: Pick<StandinState, 'motoPort' | 'awsGate'>,
): Promise<void> {
  if (port === undefined) {
    to.writeHead(502).end();
    return;
  }
  const action = String(from.headers['x-amz-target']).replace(/^.*\./, '');
  const body = await readBody(from);
  await awsGate('asked', action);
  // Whoever asked has gone meanwhile: the request is lost on its way.
  if (to.destroyed) return;
  const passed = request(
    { host: '127.0.0.1', port, method: from.method, path: from.url, headers: from.headers },
    (answer) => {
      void awsGate('answered', action).then(() => {
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(to);
      });
    },
  );
  passed.on('error', () => {
    if (to.headersSent) to.destroy();
    else to.writeHead(502).end();
  });
  passed.end(body);
}
