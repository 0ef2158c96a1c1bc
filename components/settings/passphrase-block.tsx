import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useNewPassphrase } from '../vault/new-passphrase';
import { ProofForm, type Proof } from '../vault/proof-form';
import { Block } from './block';
import type { BlockState } from './block-state';

/** A new passphrase in the place of the present one. */
export function PassphraseBlock({ state, opens }: BlockState) {
  const { openApp } = usePlatform();
  const [done, setDone] = useState(false);
  const close = (changed: boolean) => {
    setDone(changed);
    openApp('#settings/passphrase');
  };
  return (
    <Block
      name="passphrase"
      title={i18n.t('ui.passphrase.title')}
      lead={i18n.t('ui.passphrase.lead')}
    >
      {done && !opens && <Notice tone="good">{i18n.t('ui.passphrase.done')}</Notice>}
      {opens ? (
        <Change state={state} onDone={() => close(true)} onCancel={() => close(false)} />
      ) : (
        <div className="actions">
          <Button onPress={() => openApp('#settings/passphrase/change')}>
            {i18n.t('ui.passphrase.change')}
          </Button>
        </div>
      )}
    </Block>
  );
}

interface ChangeProps extends Pick<BlockState, 'state'> {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Change({ state, onDone, onCancel }: ChangeProps) {
  const { fields, take } = useNewPassphrase(false);
  const prepare = () => {
    const to = take();
    if (to === undefined) return undefined;
    return (proof: Proof) => send('vault/change-passphrase', { proof, to });
  };
  return (
    <ProofForm
      label={i18n.t('ui.passphrase.change')}
      passkeys={state.passkeys}
      prepare={prepare}
      onDone={onDone}
      onCancel={onCancel}
    >
      {fields}
      <p className="quiet">{i18n.t('ui.passphrase.kit')}</p>
    </ProofForm>
  );
}
