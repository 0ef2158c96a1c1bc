/**
 * Makes work that is asked for again and again run once at a time: whoever asks while it runs gets one
 * run after it, the same for all of them, which sees what they changed.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        const now = work();
        running = now;
        return now;
      });
    return next;
  };
}
