/** How long changes of the page are gathered before it is looked at again, in milliseconds. */
const GATHER = 60;
/** A look is followed by a pause so many times as long: a page that never rests is not slowed down. */
const PAUSE = 10;
/** What opens, closes, shows and hides the parts of a form. */
const ATTRIBUTES = ['aria-hidden', 'class', 'disabled', 'hidden', 'open', 'style'];

/** Calls back soon after each change of the page that may concern its form. */
export function follow(document: Document, look: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = GATHER;
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const started = performance.now();
      look();
      pause = Math.max(GATHER, (performance.now() - started) * PAUSE);
    }, pause);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
  });
  for (const name of ['input', 'change']) {
    document.addEventListener(name, lookSoon, { capture: true, signal });
  }
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
