import { request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** True for an address of AWS Secrets Manager. */
export function isAws(host: string): boolean {
  return /^secretsmanager\.[a-z0-9-]+\.amazonaws\.com$/.test(host);
}

/**
 * Hands a request for AWS to a running moto_server unchanged, its Host header too: the signature
 * covers it. Without one it answers 502.
 */
export function passToMoto(
  from: IncomingMessage,
  to: ServerResponse,
  port: number | undefined,
): void {
  if (port === undefined) {
    to.writeHead(502).end();
    return;
  }
  const passed = request(
    { host: '127.0.0.1', port, method: from.method, path: from.url, headers: from.headers },
    (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    },
  );
  passed.on('error', () => {
    if (to.headersSent) to.destroy();
    else to.writeHead(502).end();
  });
  from.pipe(passed);
}
