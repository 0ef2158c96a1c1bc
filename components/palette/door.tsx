import { lazy, Suspense, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { Icon } from '../ui/icon';

// What it is made of is larger than the page that it is in, and is loaded when it is asked for.
const Palette = lazy(() => import('./palette').then((loaded) => ({ default: loaded.Palette })));

/** The ways to the command palette: its button, and Ctrl or ⌘ with K. For an open vault only. */
export function PaletteDoor({ state }: { readonly state: AppState }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      // In place of the browser's own search.
      event.preventDefault();
      if (!event.repeat) setOpen((before) => !before);
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        {i18n.t('ui.palette.open')}
        <kbd aria-hidden="true">{isMac() ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      {open && (
        <Suspense>
          <Palette state={state} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Ctrl or ⌘ with K and nothing else. */
function isShortcut({ altKey, ctrlKey, key, metaKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey !== metaKey && !altKey && !shiftKey && key.toLowerCase() === 'k';
}

const isMac = () => navigator.userAgent.includes('Mac');
