import { useState } from 'react';
import { i18n } from '#i18n';
import { Waiting } from '../shell/waiting';
import { Mark } from '../shell/mark';
import { Button } from '../ui/button';
import { useAppState } from '../use-app-state';
import { Broken } from '../vault/broken';
import { Setup } from '../vault/setup';
import { Unlock } from '../vault/unlock';
import { Practice, type Guide } from './practice';

/** The first minute: what this is, the vault, and a key made for practice. */
export function Welcome({ guide }: { readonly guide: Guide }) {
  const live = useAppState();
  return (
    <>
      <header className="app-head">
        <Mark />
        <span className="brand">{i18n.t('ui.brand')}</span>
      </header>
      <main className="app-body app-welcome card">
        <Content live={live} guide={guide} />
      </main>
    </>
  );
}

interface ContentProps {
  readonly live: ReturnType<typeof useAppState>;
  readonly guide: Guide;
}

function Content({ live, guide }: ContentProps) {
  const [started, setStarted] = useState(location.hash === '#setup');
  const { state } = live;
  if (state === undefined) return <Waiting live={live} />;
  switch (state.vault) {
    case 'broken':
      return <Broken state={state} onAgain={live.reload} />;
    case 'missing':
      return started || state.held ? (
        <Setup state={state} />
      ) : (
        <Sentences onStart={() => setStarted(true)} />
      );
    case 'locked':
      return <Unlock state={state} />;
    case 'unlocked':
      return <Practice guide={guide} />;
  }
}

interface SentencesProps {
  readonly onStart: () => void;
}

/** What Keyferry does, in three sentences. */
export function Sentences({ onStart }: SentencesProps) {
  return (
    <div className="stack">
      <h1>{i18n.t('ui.welcome.title')}</h1>
      <p>{i18n.t('ui.welcome.once')}</p>
      <p>{i18n.t('ui.welcome.guide')}</p>
      <p>{i18n.t('ui.welcome.stays')}</p>
      <div className="actions">
        <Button look="primary" first onPress={onStart}>
          {i18n.t('ui.welcome.start')}
        </Button>
      </div>
    </div>
  );
}
