import type { ActivityEntry } from '@/lib/activity/entry';
import { createActivity } from '@/lib/background/activity';
import { watchHandlers } from '@/lib/background/activity-acts';
import {
  watchBook,
  watchDeliveries,
  watchVault,
  watchVerifications,
} from '@/lib/background/activity-watch';
import type { Services } from '@/lib/background/services';
import type { Handlers } from '@/lib/messaging/router';
import { makeBrowser, memoryArea } from '../vault/harness';
import { machine } from './recovery-world';

/** The background’s services, watched as the product watches them; `log` is what was written down, oldest first. */
export function watchedWorld() {
  makeBrowser();
  const { clock, db, vault: door, book: plain, memory } = machine('watched');
  const activity = createActivity(door, memoryArea(), () => clock.time);
  const book = watchBook(plain, activity);
  const vault = watchVault(door, activity, book);
  return {
    clock,
    db,
    door,
    vault,
    book,
    activity,
    deliveries: watchDeliveries(db.deliveries, activity, door, book),
    verifications: watchVerifications(db.verifications, activity),
    watch: (handlers: Partial<Handlers>) =>
      watchHandlers(handlers as Handlers, { activity, memory } as unknown as Services),
    async log(): Promise<readonly ActivityEntry[]> {
      await activity.settled();
      const { entries } = await door.activity.page({ limit: 200 });
      return entries.flatMap(({ entry }) => entry ?? []).toReversed();
    },
  };
}
