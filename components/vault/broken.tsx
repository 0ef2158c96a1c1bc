import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { describeCode } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

interface BrokenProps {
  readonly state: AppState;
  readonly onAgain: () => void;
}

/** A vault whose database does not open: why, what is safe, and what to do. */
export function Broken({ state, onAgain }: BrokenProps) {
  const { openApp } = usePlatform();
  const trouble = state.trouble ?? 'vault_unreadable';
  return (
    <section className="stack">
      <h1>{i18n.t('ui.broken.title')}</h1>
      <Notice tone="red" alert>
        {describeCode(trouble, [])}
      </Notice>
      <p>{i18n.t('ui.broken.safe')}</p>
      <div className="actions">
        <Button look="primary" first onPress={onAgain}>
          {i18n.t('ui.tryAgain')}
        </Button>
        {/* While an older version holds it open, nobody else can read it. */}
        {trouble !== 'vault_blocked' && (
          <Button onPress={() => openApp('#recovery')}>{i18n.t('ui.damage.export')}</Button>
        )}
      </div>
    </section>
  );
}
