import { useState } from 'react';
import { i18n } from '#i18n';
import type { PasskeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { dayWords } from '../keys/words';
import { usePlatform, type Passkeys } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ProofForm, type Proof } from '../vault/proof-form';
import { Block } from './block';
import type { BlockState } from './block-state';

/** The passkeys that open the vault beside the passphrase, or why there can be none. */
export function PasskeysBlock({ state, opens }: BlockState) {
  const { passkeys } = usePlatform();
  const usable = typeof passkeys === 'object';
  return (
    <Block
      name="passkeys"
      title={i18n.t('ui.passkeys.title')}
      lead={i18n.t(usable ? 'ui.passkeys.lead' : 'ui.passkeys.none')}
    >
      {usable && <List passkeys={passkeys} known={state.passkeys} opens={opens} />}
    </Block>
  );
}

interface ListProps {
  readonly passkeys: Passkeys;
  readonly known: readonly PasskeyView[];
  /** A new one is asked for. */
  readonly opens: boolean;
}

function List({ passkeys, known, opens }: ListProps) {
  const { openApp } = usePlatform();
  /** The id of the one that is asked about, to remove it. */
  const [asked, setAsked] = useState<string>();
  const [done, setDone] = useState<'added' | 'removed'>();
  const ask = (what: string) => {
    setDone(undefined);
    setAsked(what);
  };
  const close = () => {
    setAsked(undefined);
    openApp('#settings/passkeys');
  };
  const finish = (what: 'added' | 'removed') => {
    close();
    setDone(what);
  };

  const add = async (proof: Proof) => {
    // Asked first, so that a wrong passphrase leaves no passkey behind that opens nothing.
    await send('vault/prove', { proof });
    const passkey = await passkeys.make(known);
    await send('vault/add-passkey', { proof, passkey });
  };
  return (
    <>
      {done === 'added' && <Notice tone="good">{i18n.t('ui.passkeys.added')}</Notice>}
      {done === 'removed' && <Notice tone="good">{i18n.t('ui.passkeys.removed')}</Notice>}
      {known.length > 0 && (
        <ul className="rows">
          {known.map(({ id, createdAt }) => (
            <li key={id} className="row row-still">
              <span className="row-main">
                <span className="row-title">
                  {i18n.t('ui.passkeys.one', [dayWords(createdAt)])}
                </span>
                {asked === id && (
                  <ProofForm
                    label={i18n.t('ui.passkeys.remove')}
                    passkeys={known}
                    danger
                    prepare={() => (proof) => send('vault/remove-passkey', { proof, id })}
                    onDone={() => finish('removed')}
                    onCancel={close}
                  />
                )}
              </span>
              {asked !== id && (
                <Button onPress={() => ask(id)}>{i18n.t('ui.passkeys.remove')}</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {opens ? (
        <ProofForm
          label={i18n.t('ui.passkeys.add')}
          passkeys={known}
          prepare={() => add}
          onDone={() => finish('added')}
          onCancel={close}
        />
      ) : (
        <div className="actions">
          <Button
            onPress={() => {
              setDone(undefined);
              openApp('#settings/passkeys/change');
            }}
          >
            {i18n.t('ui.passkeys.add')}
          </Button>
        </div>
      )}
    </>
  );
}
