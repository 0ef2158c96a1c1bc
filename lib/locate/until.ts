/**
 * Waits until a look at the document gives something, looking again after each change of it.
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
      resolve(found);
    };
    const observer = new MutationObserver(() => {
      const found = look();
      if (found !== undefined) finish(found);
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
