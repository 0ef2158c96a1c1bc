import { request } from 'node:https';

/** Where a stand-in listens, and the certificate to trust. */
export interface Reachable {
  readonly port: number;
  readonly caPem: string;
}

/** A `fetch` to which every host is the stand-in: for clients outside a browser. */
export function fetchFrom({ port, caPem }: Reachable): typeof fetch {
  return async (input, init) => {
    const wanted = new Request(input, init);
    const { host, pathname, search } = new URL(wanted.url);
    const body = Buffer.from(await wanted.arrayBuffer());
    return new Promise<Response>((done, fail) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          ca: caPem,
          servername: host,
          // Its one certificate is the only one trusted, so any name may be asked for, as browsers do.
          checkServerIdentity: () => undefined,
          method: wanted.method,
          path: pathname + search,
          headers: { ...Object.fromEntries(wanted.headers), host, 'content-length': body.length },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', fail);
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            const headers = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
              (values ?? []).map((value): [string, string] => [name, value]),
            );
            const text = status === 204 ? null : Buffer.concat(chunks);
            done(new Response(text, { status, headers }));
          });
        },
      );
      sent.on('error', fail);
      sent.end(body);
    });
  };
}
