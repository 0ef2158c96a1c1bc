import type { PageMessage } from './protocol';

/** True for this message of the background's. Written by hand: scripts in pages are too small for zod. */
export function isPageMessage(message: unknown, name: PageMessage['name']): boolean {
  return (
    typeof message === 'object' && message !== null && 'name' in message && message.name === name
  );
}
