import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { BackupContents } from '@/lib/domain/backup';
import type { AppState } from '@/lib/domain/views';
import { dayWords } from '../keys/words';
import { Back } from '../shell/back';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Setup } from '../vault/setup';
import { Unlock } from '../vault/unlock';
import { RestoreFile } from './restore-file';
import { RestorePlan } from './restore-plan';
import { StartOver } from './start-over';

/**
 * Brings a backup in: read the file first, so that nothing is done before it is known to be good;
 * then a vault to put it into; then what is new in it.
 */
export function RestorePage({ state }: { readonly state: AppState }) {
  const [contents, setContents] = useState<BackupContents>();
  const before = useRef(state.vault);

  useEffect(() => {
    const wasUnlocked = before.current === 'unlocked';
    before.current = state.vault;
    // Locked means locked: what was read goes with the vault that it was meant for.
    if (wasUnlocked && state.vault === 'locked') setContents(undefined);
  }, [state.vault]);

  // One place in every state: what was read outlives the set-up and the unlock.
  const isOpen = state.vault === 'unlocked';
  return (
    <>
      {isOpen && <Back to="settings" />}
      <div className={isOpen ? 'card app-recovery' : ''}>
        {contents ? (
          <Destined contents={contents} state={state} onForget={() => setContents(undefined)} />
        ) : (
          <RestoreFile onRead={setContents} />
        )}
      </div>
    </>
  );
}

interface DestinedProps extends ReadProps {
  readonly state: AppState;
  readonly onForget: () => void;
}

/** The vault that the backup goes into. */
function Destined({ contents, state, onForget }: DestinedProps) {
  switch (state.vault) {
    case 'broken':
      return null;
    case 'missing':
      return (
        <div className="stack">
          <ReadNotice contents={contents}>{i18n.t('ui.restore.newVault')}</ReadNotice>
          <Setup state={state} restoring />
        </div>
      );
    case 'locked':
      return <IntoLocked contents={contents} state={state} />;
    case 'unlocked':
      return <RestorePlan contents={contents} onForget={onForget} />;
  }
}

interface ReadProps {
  readonly contents: BackupContents;
}

function ReadNotice({ contents, children }: ReadProps & { readonly children: string }) {
  const { madeAt, keys } = contents;
  const title = i18n.t('ui.restore.read', keys.length, [dayWords(madeAt), String(keys.length)]);
  return (
    <Notice tone="good" title={title}>
      {children}
    </Notice>
  );
}

/** There is a vault whose passphrase may be forgotten: add to it, or put the backup in its place. */
function IntoLocked({ contents, state }: ReadProps & { readonly state: AppState }) {
  const [replacing, setReplacing] = useState(false);
  return (
    <div className="stack">
      <ReadNotice contents={contents}>{i18n.t('ui.restore.locked')}</ReadNotice>
      {replacing ? (
        <StartOver
          title={i18n.t('ui.restore.replaceTitle')}
          lead={i18n.t('ui.restore.replaceLead')}
          onCancel={() => setReplacing(false)}
        />
      ) : (
        <>
          <Unlock state={state} restoring />
          <div className="actions">
            <Button look="danger" onPress={() => setReplacing(true)}>
              {i18n.t('ui.restore.replace')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
