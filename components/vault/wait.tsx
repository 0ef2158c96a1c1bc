import { i18n } from '#i18n';
import { Notice } from '../ui/notice';

/** Why no passphrase is taken now, counted down. Read out once: a reader is not told each second. */
export function Wait({ seconds }: { readonly seconds: number }) {
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <Notice tone="amber" title={i18n.t('ui.unlock.waitTitle')} alert>
      <span role="timer" aria-live="off">
        {i18n.t('ui.unlock.wait', [clock])}
      </span>
    </Notice>
  );
}
