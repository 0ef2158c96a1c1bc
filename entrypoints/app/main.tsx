import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/components/ui/styles.css';
import { speakLanguage } from '@/components/language';
import { PlatformProvider, type Platform } from '@/components/platform';
import { App } from '@/components/shell/app';
import { askPasskey, makePasskey } from '@/lib/passkey/passkey';
import { hasPasskeys, shared } from './platform';

const platform: Platform = {
  ...shared,
  passkeys: hasPasskeys ? { make: makePasskey, ask: askPasskey } : undefined,
  openApp(hash) {
    location.hash = hash;
  },
  openWelcome() {
    location.assign('/welcome.html');
  },
  leave() {},
};

speakLanguage(document);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PlatformProvider value={platform}>
        <App />
      </PlatformProvider>
    </StrictMode>,
  );
}
