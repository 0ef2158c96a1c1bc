import type { MessageName, MessageRequest } from '@/lib/messaging/protocol';
import type { Handlers } from '@/lib/messaging/router';
import type { Happening } from './activity';
import type { Services } from './services';

type Acts = { readonly [N in MessageName]?: (request: MessageRequest<N>) => Happening };

/** What people do by a message, and what is written down once it is done. */
const ACTS: Acts = {
  'key/reveal': ({ itemId }) => ({ what: 'revealed', itemId }),
  'key/copied': ({ itemId }) => ({ what: 'copied', itemId }),
  'backup/saved': () => ({ what: 'backup_saved' }),
  'backup/restore': () => ({ what: 'backup_restored' }),
};

/** The handlers, with the acts that succeed written down before they are answered. */
export function watchHandlers(handlers: Handlers, { activity, memory }: Services): Handlers {
  const watched = Object.entries(ACTS).map(([name, happening]) => {
    // The table pairs each name with its own request; TypeScript can't follow the pairing.
    const handle = handlers[name as MessageName] as (...args: unknown[]) => Promise<unknown>;
    const describe = happening as (request: unknown) => Happening;
    const act = async (request: unknown, sender: unknown): Promise<unknown> => {
      const answer = await handle(request, sender);
      await activity.note(describe(request));
      await memory.touch();
      return answer;
    };
    return [name, act];
  });
  return { ...handlers, ...(Object.fromEntries(watched) as Partial<Handlers>) };
}
