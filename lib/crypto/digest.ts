import { toBase64 } from './base64';
import { encodeContext, type Context, type Purpose } from './purposes';

/** SHA-256 (FIPS 180-4) over a purpose and its parts, as base64. */
export async function digest(purpose: Purpose, parts: Context): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', encodeContext(purpose, parts));
  return toBase64(new Uint8Array(hash));
}
