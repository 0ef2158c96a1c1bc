import type { activityMessages } from '@/lib/messaging/activity-messages';
import type { Handlers } from '@/lib/messaging/router';
import type { Services } from './services';

/** The use cases of the log: read it, check it. */
export function createActivityHandlers({
  vault,
}: Services): Pick<Handlers, keyof typeof activityMessages> {
  return {
    'activity/list': (query) => vault.activity.page(query),
    async 'activity/check'() {
      const { last: _last, ...verdict } = await vault.activity.check();
      return verdict;
    },
  };
}
