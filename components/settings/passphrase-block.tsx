import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useNewPassphrase } from '../vault/new-passphrase';
import { ProofForm, type Proof } from '../vault/proof-form';
import { Block } from './block';
import type { BlockState } from './block-state';

/** A new passphrase in the place of the present one. */
export function PassphraseBlock({ state }: BlockState) {
  const [stage, setStage] = useState<'idle' | 'asking' | 'done'>('idle');
  return (
    <Block
      name="passphrase"
      title={i18n.t('ui.passphrase.title')}
      lead={i18n.t('ui.passphrase.lead')}
    >
      {stage === 'done' && <Notice tone="good">{i18n.t('ui.passphrase.done')}</Notice>}
      {stage === 'asking' ? (
        <Change state={state} onDone={() => setStage('done')} onCancel={() => setStage('idle')} />
      ) : (
        <div className="actions">
          <Button onPress={() => setStage('asking')}>{i18n.t('ui.passphrase.change')}</Button>
        </div>
      )}
    </Block>
  );
}

interface ChangeProps extends BlockState {
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
