import type { activityMessages } from '@/lib/messaging/activity-messages';
import type { Handlers } from '@/lib/messaging/router';
import type { Services } from './services';

/** The use cases of the log: read it, check it. */
export function createActivityHandlers({
  vault,
  activity,
}: Services): Pick<Handlers, keyof typeof activityMessages> {
  return {
    async 'activity/list'(query) {
      await activity.settled();
      return vault.activity.page(query);
    },
    async 'activity/check'() {
      await activity.settled();
      const { last: _last, ...verdict } = await vault.activity.check();
      return verdict;
    },
  };
}
