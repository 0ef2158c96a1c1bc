/** How long changes are gathered before the document is looked at again, in milliseconds. */
const GATHER = 30;

/**
 * Waits until a look at the document gives something, looking again soon after each change of it.
 * @param ms the longest wait, in milliseconds.
 * @returns what the look gave, or undefined when time ran out.
 */
export function until<T>(
  document: Document,
  look: () => T | undefined,
  ms: number,
): Promise<T | undefined> {
  const first = look();
  if (first !== undefined) return Promise.resolve(first);
  return new Promise((resolve) => {
    const finish = (found: T | undefined) => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(soon);
      resolve(found);
    };
    let soon: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      soon ??= setTimeout(() => {
        soon = undefined;
        const found = look();
        if (found !== undefined) finish(found);
      }, GATHER);
    });
    const timer = setTimeout(() => finish(look()), ms);
    observer.observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
  });
}
