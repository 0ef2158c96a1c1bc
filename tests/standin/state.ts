import type { ApiOptions } from './api/api.ts';
import type { DoitConnection } from './doit-api.ts';
import type { KitName } from './dashboard/kits/kit.ts';
import { KeyStore } from './key-store.ts';
import { newProducts, type ProductsState } from './products-api.ts';
import { USUAL_SCENE, type Scene } from './scene.ts';
import type { Played } from './vault-api.ts';

/** Options of the stand-in; each has a default. */
export interface StandinOptions {
  /** The TLS port; any free one unless told. */
  readonly port?: number;
  /** Where moto_server listens; without it AWS answers 502. */
  readonly motoPort?: number;
  /** How long a fresh key answers `invalid_api_key`, and an edit is not in force, in milliseconds. */
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
  /** The tracking id of the key that asked the API, if it is a live one. */
  readonly keyId?: string;
}

/** Where a request for AWS is: come in and not passed on, or answered by AWS and not passed back. */
export type Passage = 'asked' | 'answered';

/** What a test may look at and change while the stand-in runs. */
export interface StandinState extends ApiOptions {
  readonly store: KeyStore;
  readonly requests: LoggedRequest[];
  readonly doit: DoitConnection[];
  /** The products whose forms are one app: what they were given, and how they look. */
  readonly products: ProductsState;
  propagationMs: number;
  latencyMs: number;
  /** How long the API takes for an answer, in milliseconds. */
  apiLatencyMs: number;
  childRowsGrantNothing: boolean;
  /** What the dashboard plays; a page that is open takes it up at its next address. */
  scene: Scene;
  /** The widgets that the dashboard's dialogs are made of, in tabs that were not told another kit. */
  kit: KitName;
  motoPort: number | undefined;
  /** Holds a request for AWS up for as long as it likes; lets all pass unless a test sets it. */
  awsGate: (at: Passage, action: string) => Promise<void>;
  /** Who answers as Vault; nobody unless a test says so. */
  vault: Played | undefined;
  /** What a vendor has put on its site: path → text. */
  readonly vendorFiles: Map<string, string>;
  /** Hosts whose requests are cut off without an answer. */
  readonly down: Set<string>;
  /** Forgets keys, requests and connections, and goes back to the options and the scene that it was started with. */
  reset(): void;
}

/** The state of a stand-in that has just been started. */
export function newState(options: StandinOptions): StandinState {
  const started = {
    propagationMs: options.propagationMs ?? 0,
    latencyMs: options.latencyMs ?? 150,
    apiLatencyMs: 0,
    childRowsGrantNothing: false,
    scene: USUAL_SCENE,
    kit: 'openai' as KitName,
    motoPort: options.motoPort,
    vault: undefined,
    awsGate: () => Promise.resolve(),
  };
  const state: StandinState = {
    ...started,
    store: new KeyStore(),
    requests: [],
    doit: [],
    products: newProducts(),
    vendorFiles: new Map(),
    down: new Set(),
    reset() {
      Object.assign(state, started);
      state.store.reset();
      state.requests.length = 0;
      state.doit.length = 0;
      Object.assign(state.products, newProducts());
      state.vendorFiles.clear();
      state.down.clear();
    },
  };
  return state;
}
