import { deepQuery } from '@/lib/locate/tree';
import { readKey, type ShownKey } from './read-key';

/** The one-time key on screen, looked for in open shadow roots too. Dearer: not for scripts that are always on. */
export function deepReadKey(document: Document): ShownKey | undefined {
  const shown = readKey(document);
  if (shown) return shown;
  for (const host of deepQuery(document, '*')) {
    const found = host.shadowRoot ? readKey(host.shadowRoot) : undefined;
    if (found) return found;
  }
  return undefined;
}
