import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/components/ui/styles.css';
import { speakLanguage } from '@/components/language';
import { PlatformProvider, type Platform } from '@/components/platform';
import { Popup } from '@/components/shell/popup';
import { hasPasskeys, shared } from '@/entrypoints/app/platform';
import { browser } from '@/lib/browser';

const platform: Platform = {
  ...shared,
  passkeys: hasPasskeys ? 'in-app' : undefined,
  openApp(hash) {
    const url = browser.runtime.getURL(`/app.html${hash}`);
    void browser.tabs.create({ url }).then(() => window.close());
  },
  openWelcome() {
    const url = browser.runtime.getURL('/welcome.html#setup');
    void browser.tabs.create({ url }).then(() => window.close());
  },
  leave() {
    window.close();
  },
};

speakLanguage(document);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PlatformProvider value={platform}>
        <Popup />
      </PlatformProvider>
    </StrictMode>,
  );
}
