import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { answerApi } from './api/api.ts';
import { isAws, passToMoto } from './aws-proxy.ts';
import { bundle } from './bundle.ts';
import { certificateFor } from './certificate.ts';
import { answerDashboard } from './dashboard-api.ts';
import { answerDoit } from './doit-api.ts';
import { hostOf, readQuestion, writeAnswer, type Answer, type Question } from './http.ts';
import { answerProducts } from './products-api.ts';
import { fetchFrom } from './reach.ts';
import { startPage } from './start-page.ts';
import { answerVault } from './vault-api.ts';
import { newState, type StandinOptions, type StandinState } from './state.ts';
import { serveApp } from './static.ts';

/** The names that browsers are to map to the stand-in's port. AWS regions beyond these are served too, once mapped. */
export const HOSTS = [
  'platform.openai.com',
  'api.openai.com',
  'auth.openai.com',
  'chatgpt.com',
  'console.doit.com',
  'app.quolum.com',
  'bubble.io',
  'dataops.nexla.io',
  'cloud.innoslate.com',
  'innoslate.acme.example',
  'innoslate.evil.example',
  'recipes.acme.example',
  'vault.acme.example',
  'secretsmanager.us-east-1.amazonaws.com',
  'secretsmanager.eu-central-1.amazonaws.com',
] as const;

/** The hosts whose pages are the dashboard's app: itself, the page to sign in, and the wrong console. */
const PLAYED: readonly string[] = ['platform.openai.com', 'auth.openai.com', 'chatgpt.com'];

/** The hosts of the products that are one app. Innoslate is at its own, a customer's, and one that plays it. */
const PRODUCTS: readonly string[] = HOSTS.filter((host) =>
  /^(app\.quolum\.com|bubble\.io|dataops\.nexla\.io|(cloud\.)?innoslate\..*)$/.test(host),
);

/** A running stand-in. */
export interface Standin {
  /** The one TLS port, for every host. */
  readonly port: number;
  /** Base64 of the SHA-256 of the certificate's public key, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  readonly caPem: string;
  readonly hosts: readonly string[];
  /** A plain page on loopback that says what to try. */
  readonly startUrl: string;
  readonly state: StandinState;
  close(): Promise<void>;
}

/** Starts OpenAI's pages and API, the products' consoles and the way to AWS, under their real names on one loopback port. */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
  const apps = { dashboard: await bundle('dashboard'), doit: await bundle('doit') };
  const file = join(resolve(import.meta.dirname, '../..'), '.cache/standin/certificate.json');
  const { cert, key, spki } = await certificateFor(HOSTS, file);
  const state = newState(options);

  async function answer(question: Question): Promise<{ answer: Answer; keyId?: string }> {
    const { host, url } = question;
    const isInternal = url.pathname.startsWith('/internal/');
    if (host === 'api.openai.com') return answerApi(question, state.store, state);
    if (PLAYED.includes(host)) {
      return {
        answer: isInternal
          ? await answerDashboard(question, state)
          : serveApp(apps.dashboard, url.pathname),
      };
    }
    if (host === 'console.doit.com') {
      return {
        answer: isInternal
          ? await answerDoit(question, state.doit, fetchFrom({ port, caPem: cert }))
          : serveApp(apps.doit, url.pathname),
      };
    }
    if (PRODUCTS.includes(host)) {
      return {
        answer: isInternal
          ? await answerProducts(question, state.products, fetchFrom({ port, caPem: cert }))
          : // Built when it is first asked for: most tests look at none of it.
            serveApp(await bundle('products'), url.pathname),
      };
    }
    if (host === 'vault.acme.example') return { answer: await answerVault(question, state.vault) };
    if (host === 'recipes.acme.example') {
      const text = state.vendorFiles.get(url.pathname);
      return text === undefined
        ? { answer: { status: 404 } }
        : { answer: { status: 200, file: { type: 'application/json', bytes: Buffer.from(text) } } };
    }
    return { answer: { status: 421 } };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = hostOf(request);
    if (state.down.has(host)) {
      request.socket.destroy();
      return;
    }
    const log = (path: string, status: number, keyId?: string) => {
      const method = request.method ?? 'GET';
      state.requests.push({ host, method, path, status, ...(keyId ? { keyId } : {}) });
    };
    if (isAws(host)) {
      response.on('finish', () => log(request.url ?? '/', response.statusCode));
      await passToMoto(request, response, state);
      return;
    }
    const question = await readQuestion(request);
    const given = await answer(question);
    if (host === 'api.openai.com' && state.apiLatencyMs > 0) await pause(state.apiLatencyMs);
    log(question.url.pathname, given.answer.status, given.keyId);
    writeAnswer(response, given.answer);
  }

  const server = createServer({ cert, key }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A person who leaves a page breaks requests off; anything else is a fault of the stand-in.
      if (!request.destroyed) console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const start = createHttpServer((_request, response) => {
    writeAnswer(response, { status: 200, html: startPage() });
  });
  const port = await listen(server, options.port ?? 0);
  const startPort = await listen(start, 0);

  return {
    port,
    spki,
    caPem: cert,
    hosts: HOSTS,
    startUrl: `http://127.0.0.1:${startPort}/`,
    state,
    close: async () => {
      await Promise.all([server, start].map(end));
    },
  };
}

function listen(server: Server | TlsServer, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

function end(server: Server | TlsServer): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
