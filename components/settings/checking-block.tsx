import { i18n } from '#i18n';
import { CHECK_EVERY, type CheckSettings } from '@/lib/domain/checking';
import { send } from '@/lib/messaging/client';
import { message } from '../message';
import { usePlatform } from '../platform';
import { ActionError } from '../ui/action-error';
import { Check } from '../ui/check';
import { Select } from '../ui/select';
import { useAction } from '../use-action';
import { Block } from './block';
import type { BlockState } from './block-state';

/** How keys are proved with OpenAI. */
export function CheckingBlock({ state: { checking } }: BlockState) {
  const platform = usePlatform();
  const saving = useAction();
  const change = (part: Partial<CheckSettings>) =>
    void saving.run(() => send('verification/settings', { ...checking, ...part }));
  return (
    <Block name="checking" title={i18n.t('ui.check.title')} lead={i18n.t('ui.check.lead')}>
      <Check
        label={i18n.t('ui.check.getOnly')}
        detail={i18n.t('ui.check.getOnlyHint')}
        checked={checking.getOnly}
        onChange={(getOnly) => change({ getOnly })}
      />
      <Select
        label={i18n.t('ui.check.every')}
        value={checking.every}
        options={CHECK_EVERY.map((each) => [each, message(`ui.check.${each}`)])}
        hint={i18n.t('ui.check.everyHint')}
        onChange={(value) => {
          const every = CHECK_EVERY.find((each) => each === value);
          if (every) change({ every });
        }}
      />
      <Check
        label={i18n.t('ui.check.notify')}
        detail={i18n.t('ui.check.notifyHint')}
        checked={checking.notify}
        onChange={(notify) => {
          // The browser asks only during the press itself.
          if (!notify) change({ notify });
          else void platform.obtainNotifications().then((given) => change({ notify: given }));
        }}
      />
      <ActionError error={saving.error} />
    </Block>
  );
}
