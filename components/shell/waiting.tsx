import { i18n } from '#i18n';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import type { LiveState } from '../use-app-state';

/** What stands in for a view until the first state is there; it appears only after 200 ms. */
export function Waiting({ live }: { readonly live: LiveState }) {
  if (live.error === undefined) {
    return (
      <>
        <h1 className="hidden">{i18n.t('ui.brand')}</h1>
        <Skeleton />
      </>
    );
  }
  return (
    <section className="stack">
      <h1 className="hidden">{i18n.t('ui.brand')}</h1>
      <Notice tone="red" title={i18n.t('ui.failed')} alert>
        {describeError(live.error)}
      </Notice>
      <div className="actions">
        <Button look="primary" first onPress={live.reload}>
          {i18n.t('ui.tryAgain')}
        </Button>
      </div>
    </section>
  );
}
