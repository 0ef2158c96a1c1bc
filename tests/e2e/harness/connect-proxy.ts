import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ConnectProxy {
  readonly port: number;
  /** Every address that was asked for and refused, as `host:port`. */
  readonly refused: string[];
  close(): void;
}

/** A proxy on loopback that leads `host:443` of these hosts to one local port, and nothing else anywhere. */
export async function startConnectProxy(
  hosts: readonly string[],
  port: number,
): Promise<ConnectProxy> {
  const refused: string[] = [];
  const tunnels = new Set<Duplex>();
  const known = new Set(hosts.map((host) => `${host}:443`));
  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, client, head) => {
    client.on('error', () => client.destroy());
    const wanted = request.url ?? '';
    if (!known.has(wanted)) {
      refused.push(wanted);
      client.end('HTTP/1.1 502 Refused\r\n\r\n');
      return;
    }
    tunnels.add(client);
    client.on('close', () => tunnels.delete(client));
    join(client, head, connect(port, '127.0.0.1'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () => {
      server.close();
      server.closeAllConnections();
      for (const tunnel of tunnels) tunnel.destroy();
    },
  };
}

function join(client: Duplex, head: Buffer, upstream: Socket): void {
  upstream.on('connect', () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    upstream.write(head);
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => client.destroy());
  // An end that breaks off must be felt on the other side: tests cut connections on purpose.
  upstream.on('close', () => client.destroy());
  client.on('close', () => upstream.destroy());
}
