import type { PageMessage } from './protocol';

/** A hand-written check, for scripts in pages that are too small for zod. */
export function isPageMessage(message: unknown): message is PageMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    (message.name === 'key/read' ||
      message.name === 'guide/changed' ||
      message.name === 'portal/changed')
  );
}
