import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { Guiding } from '../guide/guiding';
import { HeldKey } from '../keys/held-key';
import { KeyPanel } from '../keys/key-panel';
import { KeyVisible } from '../keys/key-visible';
import { PasteKey } from '../keys/paste-key';
import { usePlatform } from '../platform';
import { Sentences } from '../practice/welcome';
import type { Screen } from '../screen';
import { useAction } from '../use-action';
import { Broken } from '../vault/broken';
import { Setup } from '../vault/setup';
import { Unlock } from '../vault/unlock';
import { Home } from './home';
import type { Side } from './side';

interface PopupScreenProps {
  readonly state: AppState;
  readonly screen: Screen;
  readonly side: Side | undefined;
  readonly onSide: (side: Side | undefined) => void;
  /** Asks for the state again. */
  readonly onAgain: () => void;
}

/** The popup's present view. */
export function PopupScreen({ state, screen, side, onSide, onAgain }: PopupScreenProps) {
  const { run } = useAction();
  const { openWelcome } = usePlatform();
  switch (screen.name) {
    case 'broken':
      return <Broken state={state} onAgain={onAgain} />;
    case 'setup':
      // What could be lost is saved here and now; all else has the time for a page that stays open.
      return state.held || state.keyVisible ? (
        <Setup state={state} />
      ) : (
        <Sentences onStart={openWelcome} />
      );
    case 'held':
      return <HeldKey held={screen.held} />;
    case 'unlock':
      return <Unlock state={state} />;
    case 'key-visible':
      return <KeyVisible />;
    case 'guiding':
      return <Guiding guide={screen.guide} />;
    case 'key': {
      const { key } = screen;
      const dismiss = () => void run(() => send('key/dismiss', { itemId: key.id }));
      return <KeyPanel key={key.id} keyView={key} state={state} onDone={dismiss} />;
    }
    case 'home': {
      const close = () => onSide(undefined);
      if (side?.name === 'paste') return <PasteKey recipes={state.recipes} onSaved={close} />;
      const opened = side && state.keys.find(({ id }) => id === side.keyId);
      if (opened) return <KeyPanel key={opened.id} keyView={opened} state={state} onDone={close} />;
      return <Home state={state} onSide={onSide} />;
    }
  }
}
