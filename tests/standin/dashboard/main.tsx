import './main.css';
import './kits/kits.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { KitContext, loadKit } from './kits/context.ts';

const root = document.querySelector('#root');
if (root) {
  const kit = await loadKit();
  createRoot(root).render(
    <StrictMode>
      <KitContext value={kit}>
        <App />
      </KitContext>
    </StrictMode>,
  );
}
