import { useEffect, type ComponentType } from 'react';
import { i18n } from '#i18n';
import { BackupBlock } from '../recovery/backup-block';
import { CheckingBlock } from './checking-block';
import { LockBlock } from './lock-block';
import { PasskeysBlock } from './passkeys-block';
import type { BlockState } from './block-state';
import { PassphraseBlock } from './passphrase-block';

/** The settings, from the first to the last. A block brings its own {@link Block} around it. */
const BLOCKS: readonly (readonly [name: string, block: ComponentType<BlockState>])[] = [
  ['lock', LockBlock],
  ['passphrase', PassphraseBlock],
  ['passkeys', PasskeysBlock],
  ['checking', CheckingBlock],
  ['backup', BackupBlock],
];

interface SettingsPageProps extends BlockState {
  /** The block that the address asks for. */
  readonly block?: string | undefined;
}

/** Everything that can be set, as a list of blocks. */
export function SettingsPage({ state, block, opens }: SettingsPageProps) {
  useEffect(() => {
    // A form that opens brings its own focus.
    if (block === undefined || opens) return;
    const asked = document.getElementById(block);
    asked?.scrollIntoView({ block: 'start' });
    asked?.focus({ preventScroll: true });
  }, [block, opens]);

  return (
    <>
      <h1>{i18n.t('ui.nav.settings')}</h1>
      <div className="settings">
        {BLOCKS.map(([name, Each]) => (
          <Each key={name} state={state} opens={opens && block === name} />
        ))}
      </div>
    </>
  );
}
