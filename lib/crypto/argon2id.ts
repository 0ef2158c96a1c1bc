import simd from 'argon2id/dist/simd.wasm?url&inline';
import noSimd from 'argon2id/dist/no-simd.wasm?url&inline';
import setupWasm from 'argon2id/lib/setup.js';
import { fromBase64 } from './base64';

/** The Argon2id function of RFC 9106. */
export type Argon2id = Awaited<ReturnType<typeof setupWasm>>;

/**
 * Loads Argon2id with WASM memory of its own: 65 MB, which are freed with the function, so load it
 * for one use. The code is inlined in the bundle; a fetch of it would need a hole in our CSP.
 */
export function loadArgon2id(): Promise<Argon2id> {
  return setupWasm(instantiate(simd), instantiate(noSimd));
}

function instantiate(dataUrl: string) {
  return (imports: WebAssembly.Imports) => {
    const code = fromBase64(dataUrl.slice(dataUrl.indexOf(',') + 1));
    return WebAssembly.instantiate(code, imports);
  };
}
