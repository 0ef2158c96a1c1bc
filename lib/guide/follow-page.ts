/** How long changes of the page are gathered before it is read again, in milliseconds. */
const GATHER = 60;
/** How often an open dialog is read again: a script can fill its field unseen. */
const UNSEEN = 1_000;
const ATTRIBUTES = [
  'aria-checked',
  'aria-disabled',
  'aria-expanded',
  'aria-hidden',
  'aria-pressed',
  'aria-selected',
  'data-state',
  'disabled',
  'hidden',
  'open',
  'role',
  'style',
  'value',
];

/** Calls back soon after each change of the page that a guide may have to follow. */
export function followPage(document: Document, look: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, GATHER);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
  });
  // Choices, fades, and what happens in shadow roots, which no observer of the document sees.
  for (const name of ['input', 'change', 'click', 'animationend', 'transitionend', 'popstate']) {
    document.defaultView?.addEventListener(name, lookSoon, { capture: true, signal });
  }
  const unseen = setInterval(() => {
    if (document.querySelector('dialog[open],[role="dialog"],[aria-modal="true"]')) lookSoon();
  }, UNSEEN);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(unseen);
  });
}
