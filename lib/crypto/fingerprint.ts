import { digest } from './digest';

/**
 * Tells whether two keys are the same without showing either: a hash under the vault's salt
 * (base64). Safe to keep in clear, because an API key is far too long to be guessed.
 */
export function fingerprint(apiKey: string, salt: string): Promise<string> {
  return digest('keyferry/fingerprint/v1', [salt, apiKey]);
}
