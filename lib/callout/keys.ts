/**
 * The card's keys. Alt+Shift+K moves the focus into the card and back to where it was; Escape in
 * the card moves it back too, and the page's dialog, which would close on it, doesn't hear of it.
 * @param entry the control of the card that gets the focus.
 * @param fallback gets the focus back when where it was is gone.
 */
export function followKeys(
  host: HTMLElement,
  root: ShadowRoot,
  entry: () => HTMLElement | undefined,
  fallback: () => Element | undefined,
  signal: AbortSignal,
): void {
  let before: EventTarget | null = null;
  root.addEventListener('focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget;
    if (!(from instanceof Node && root.contains(from))) before = from;
  });
  const leave = () => {
    const own = root.activeElement;
    for (const target of [before, fallback()]) {
      if (root.activeElement && target instanceof HTMLElement && target.isConnected) target.focus();
    }
    if (own instanceof HTMLElement && root.activeElement === own) own.blur();
  };
  // On the window, so that it comes before the page's own on the document.
  const view = host.ownerDocument.defaultView;
  view?.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !host.isConnected) return;
      const inside = root.activeElement !== null;
      const called = isShortcut(event);
      if (!called && !(inside && event.key === 'Escape' && !event.isComposing)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (inside) leave();
      else entry()?.focus();
    },
    { capture: true, signal },
  );
  // Else a form of the page takes our Enter for its own.
  for (const type of ['keydown', 'keyup'])
    root.addEventListener(type, (event) => event.stopPropagation());
}

/** Alt+Shift+K, unless it writes something: AltGr, or Option on a Mac, where text is typed. */
function isShortcut(event: KeyboardEvent): boolean {
  const { altKey, shiftKey, ctrlKey, metaKey, key, code, repeat, isComposing } = event;
  if (!altKey || !shiftKey || ctrlKey || metaKey || repeat || isComposing) return false;
  if (event.getModifierState('AltGraph')) return false;
  if (key.toLowerCase() === 'k') return true;
  // Another alphabet, or what Option makes of the key.
  const [at] = event.composedPath();
  const typing =
    at instanceof HTMLElement && (at.isContentEditable || at.matches('input,textarea'));
  return code === 'KeyK' && !/^[a-z]$/i.test(key) && !typing;
}
