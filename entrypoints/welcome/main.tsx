import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/components/ui/styles.css';
import { speakLanguage } from '@/components/language';
import { PlatformProvider, type Platform } from '@/components/platform';
import type { Guide } from '@/components/practice/practice';
import { Welcome } from '@/components/practice/welcome';
import { askPasskey, makePasskey } from '@/lib/passkey/passkey';
import { runPractice } from '@/lib/practice/run';
import { hasPasskeys, shared } from '../app/platform';

const platform: Platform = {
  ...shared,
  passkeys: hasPasskeys ? { make: makePasskey, ask: askPasskey } : undefined,
  openApp(hash) {
    location.assign(`/app.html${hash}`);
  },
  openWelcome() {},
  leave() {},
};

const guide: Guide = (onSaved) => {
  const run = new AbortController();
  runPractice(document, onSaved, run.signal);
  return () => run.abort();
};

speakLanguage(document);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PlatformProvider value={platform}>
        <Welcome guide={guide} />
      </PlatformProvider>
    </StrictMode>,
  );
}
