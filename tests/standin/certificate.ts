import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generate } from 'selfsigned';

/** A self-signed certificate for the stand-in's hosts. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** Base64 of the SHA-256 of the public key: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  readonly spki: string;
}

/** Makes a certificate for these hosts, or takes the one of an earlier run from a file. */
export async function certificateFor(hosts: readonly string[], file: string): Promise<Certificate> {
  const stored = read(file, hosts);
  if (stored) return withSpki(stored);
  const made = await generate([{ name: 'commonName', value: 'Keyferry stand-in' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const pair = { hosts, cert: made.cert, key: made.private };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(pair), { mode: 0o600 });
  return withSpki(pair);
}

function withSpki({ cert, key }: { cert: string; key: string }): Certificate {
  const der = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { cert, key, spki: createHash('sha256').update(der).digest('base64') };
}

function read(file: string, hosts: readonly string[]): { cert: string; key: string } | undefined {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as {
      hosts: string[];
      cert: string;
      key: string;
    };
    const valid =
      stored.hosts.join() === hosts.join() &&
      new Date(new X509Certificate(stored.cert).validTo).getTime() > Date.now() + 86_400_000;
    return valid ? stored : undefined;
  } catch {
    return undefined;
  }
}
