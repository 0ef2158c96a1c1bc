import { browser } from '@/lib/browser';
import { KeyferryError, type WireError } from '@/lib/domain/errors';
import type { MessageAnswer, MessageName, MessageRequest } from './protocol';

/** A message as it crosses to the background. */
export interface Envelope {
  readonly name: MessageName;
  readonly request: unknown;
}

/** The background's answer as it crosses back. */
export type Reply = { readonly ok: unknown } | { readonly error: WireError };

/**
 * Sends one message to the background and gives its answer.
 * @throws KeyferryError with the background's code; or the browser's own error when the
 * background could not be reached or died before it answered.
 */
export async function send<N extends MessageName>(
  name: N,
  request: MessageRequest<N>,
): Promise<MessageAnswer<N>> {
  const reply = await browser.runtime.sendMessage<Envelope, Reply | undefined>({ name, request });
  if (reply === undefined) throw new Error('No answer.');
  if ('error' in reply) throw new KeyferryError(reply.error.code, reply.error.words);
  return reply.ok as MessageAnswer<N>;
}
