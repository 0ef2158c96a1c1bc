import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { answerApi } from './api/api.ts';
import { isAws, passToMoto } from './aws-proxy.ts';
import { bundle } from './bundle.ts';
import { certificateFor } from './certificate.ts';
import { answerDashboard } from './dashboard-api.ts';
import { answerDoit, type DoitConnection } from './doit-api.ts';
import { readQuestion, writeAnswer, type Answer, type Question } from './http.ts';
import { KeyStore } from './key-store.ts';
import { startPage } from './start-page.ts';
import { serveApp } from './static.ts';

/** The names that browsers are to map to the stand-in's port. */
export const HOSTS = [
  'platform.openai.com',
  'api.openai.com',
  'console.doit.com',
  'secretsmanager.us-east-1.amazonaws.com',
] as const;

/** Options of {@link startStandin}; each has a default. */
export interface StandinOptions {
  readonly port?: number;
  /** Where moto_server listens; without it AWS answers 502. */
  readonly motoPort?: number;
  /** How long a fresh key answers `invalid_api_key`, in milliseconds. */
  readonly propagationMs?: number;
  /** How late the dashboard's data come, in milliseconds. */
  readonly latencyMs?: number;
}

/** A request that came in. Bodies and keys are not kept. */
export interface LoggedRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What a test may look at and change while the stand-in runs. */
export interface StandinState {
  readonly store: KeyStore;
  readonly requests: LoggedRequest[];
  readonly doit: DoitConnection[];
  propagationMs: number;
  motoPort: number | undefined;
  /** Hosts whose requests are cut off without an answer. */
  readonly down: Set<string>;
  reset(): void;
}

/** A running stand-in. */
export interface Standin {
  readonly port: number;
  readonly spki: string;
  readonly caPem: string;
  readonly hosts: readonly string[];
  /** A plain page on loopback that says what to try. */
  readonly startUrl: string;
  readonly state: StandinState;
  close(): Promise<void>;
}

/** Starts OpenAI's dashboard and API, DoiT's console and the way to AWS, under their real names on one loopback port. */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
  const { latencyMs = 150 } = options;
  const [dashboard, doit] = [await bundle('dashboard'), await bundle('doit')];
  const file = join(resolve(import.meta.dirname, '../..'), '.cache/standin/certificate.json');
  const { cert, key, spki } = await certificateFor(HOSTS, file);
  const store = new KeyStore();
  const state: StandinState = {
    store,
    requests: [],
    doit: [],
    propagationMs: options.propagationMs ?? 0,
    motoPort: options.motoPort,
    down: new Set(),
    reset() {
      store.reset();
      state.requests.length = 0;
      state.doit.length = 0;
      state.down.clear();
    },
  };

  const askUsage = (value: string) => {
    const since = Math.floor(Date.now() / 1000) - 86_400;
    const url = new URL(
      `https://api.openai.com/v1/organization/usage/completions?start_time=${since}`,
    );
    const headers = { authorization: `Bearer ${value}` };
    const given = answerApi(
      { host: url.host, method: 'GET', url, headers, body: '' },
      store,
      state,
    );
    const { error } = given.body as { error?: { message: string } };
    return Promise.resolve({ status: given.status, message: error?.message });
  };

  async function answer(question: Question): Promise<Answer> {
    const { host, url } = question;
    const isInternal = url.pathname.startsWith('/internal/');
    switch (host) {
      case 'platform.openai.com':
        return isInternal
          ? answerDashboard(question, store, latencyMs)
          : serveApp(dashboard, url.pathname);
      case 'api.openai.com':
        return answerApi(question, store, state);
      case 'console.doit.com':
        return isInternal
          ? answerDoit(question, state.doit, askUsage)
          : serveApp(doit, url.pathname);
      default:
        return { status: 421 };
    }
  }

  const server = createServer({ cert, key }, (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (state.down.has(host)) {
      request.socket.destroy();
      return;
    }
    if (isAws(host)) {
      state.requests.push({ host, method: request.method ?? '', path: '/', status: 0 });
      passToMoto(request, response, state.motoPort);
      return;
    }
    readQuestion(request)
      .then(async (question) => {
        const given = await answer(question);
        const { method, url } = question;
        state.requests.push({ host, method, path: url.pathname, status: given.status });
        writeAnswer(response, given);
      })
      .catch(() => response.writeHead(500).end());
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
    async close() {
      await Promise.all([server, start].map(end));
    },
  };
}

function listen(server: HttpServer | HttpsServer, port: number): Promise<number> {
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

function end(server: HttpServer | HttpsServer): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
