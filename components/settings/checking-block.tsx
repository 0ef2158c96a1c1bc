import { i18n } from '#i18n';
import type { CheckSettings } from '@/lib/domain/checking';
import { send } from '@/lib/messaging/client';
import { ActionError } from '../ui/action-error';
import { Check } from '../ui/check';
import { useAction } from '../use-action';
import { Block } from './block';
import type { BlockState } from './settings-page';

/** How keys are proved with OpenAI. */
export function CheckingBlock({ state: { checking } }: BlockState) {
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
      <ActionError error={saving.error} />
    </Block>
  );
}
