import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { usePlatform } from '../platform';
import { screenOf } from '../screen';
import { Icon } from '../ui/icon';
import { useAction } from '../use-action';
import { useAppState } from '../use-app-state';
import { LockButton } from './lock-button';
import { Mark } from './mark';
import { OpenAiAccess } from './openai-access';
import { PopupScreen } from './popup-screen';
import type { Side } from './side';
import { Waiting } from './waiting';

/** The popup: one view at a time, with the way back and the way to the app page around it. */
export function Popup() {
  const platform = usePlatform();
  const live = useAppState();
  const { run } = useAction();
  const [side, setSide] = useState<Side>();
  const { state } = live;
  const screen = state && screenOf(state);
  const aside = screen?.name === 'home' ? side : undefined;
  const current = screen?.name === 'key' ? screen.key.id : undefined;

  const back = () => {
    setSide(undefined);
    // Going back from the key puts it away; what runs for it goes on.
    if (current !== undefined) void run(() => send('key/dismiss', { itemId: current }));
  };
  return (
    <div className="popup">
      <header className="popup-head">
        {aside !== undefined || current !== undefined ? (
          <button
            type="button"
            className="icon-button"
            aria-label={i18n.t('ui.back')}
            onClick={back}
          >
            <Icon name="back" />
          </button>
        ) : (
          <Mark />
        )}
        <span className="brand">{i18n.t('ui.brand')}</span>
        {state?.vault === 'unlocked' && <LockButton />}
      </header>
      <main className="popup-body">
        <OpenAiAccess withdrawn={state?.withdrawn} />
        {state && screen ? (
          <PopupScreen
            state={state}
            screen={screen}
            side={aside}
            onSide={setSide}
            onAgain={live.reload}
          />
        ) : (
          <Waiting live={live} />
        )}
      </main>
      <footer className="popup-foot">
        <button type="button" className="quiet-button" onClick={() => platform.openApp('#keys')}>
          {i18n.t('ui.openApp')}
          <Icon name="open" />
        </button>
      </footer>
    </div>
  );
}
