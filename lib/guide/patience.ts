/** How long a control may be missing before that is said, in milliseconds: pages render late. */
const PATIENCE = 4_000;

/** Waits a little before something is said that may mend itself, and looks again then. */
export function createPatience(look: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function forget(): void {
    clearTimeout(timer);
    timer = undefined;
    isOver = false;
  }

  return {
    /** True while it should still wait. */
    isNeeded(mayMend: boolean): boolean {
      if (!mayMend) forget();
      else {
        timer ??= setTimeout(() => {
          isOver = true;
          look();
        }, PATIENCE);
      }
      return mayMend && !isOver;
    },
    forget,
  };
}
