import { KeyferryError, toWire } from '@/lib/domain/errors';
import type { Reply } from './client';
import {
  protocol,
  type MessageAnswer,
  type MessageName,
  type MessageRequest,
  type SenderRule,
} from './protocol';
import { maySpeak, type Sender, type SenderFacts } from './sender';

/** What answers each message. */
export type Handlers = {
  readonly [N in MessageName]: (
    request: MessageRequest<N>,
    sender: { readonly tabId: number | undefined; readonly rule: SenderRule },
  ) => Promise<MessageAnswer<N>>;
};

/**
 * The one way in: finds the message in the table, checks who sent it, parses what it carries, and
 * only then calls its handler. Denies by default, and answers errors by code only.
 * @param facts what decides about a sender, as far as these rules ask for it
 */
export function createRouter(
  handlers: Handlers,
  facts: (rules: readonly SenderRule[]) => Promise<SenderFacts>,
): (message: unknown, sender: Sender) => Promise<Reply> {
  return async (message, sender) => {
    try {
      const name = nameOf(message);
      if (name === undefined) throw new KeyferryError('not_allowed');
      const entry = protocol[name];
      const known = await facts(entry.from);
      const rule = entry.from.find((each) => maySpeak(each, sender, known));
      if (rule === undefined) throw new KeyferryError('not_allowed');
      const parsed = entry.request().safeParse((message as { request?: unknown }).request);
      if (!parsed.success) throw new KeyferryError('invalid_settings');
      // The table pairs each name with its own request; TypeScript can't follow the pairing.
      const handle = handlers[name] as (request: unknown, sender: object) => Promise<unknown>;
      return { ok: (await handle(parsed.data, { tabId: sender.tab?.id, rule })) ?? null };
    } catch (error) {
      return { error: toWire(error) };
    }
  };
}

function nameOf(message: unknown): MessageName | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  const { name } = message;
  return typeof name === 'string' && Object.hasOwn(protocol, name)
    ? (name as MessageName)
    : undefined;
}
