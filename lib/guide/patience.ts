/** How long a control may be missing before that is said, in milliseconds: pages render late. */
const PATIENCE = 4_000;

/** Waits a little before something is said that may mend itself, and looks again then. */
export function createPatience(look: () => void) {
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    /** True while it should still wait. */
    isNeeded(mayMend: boolean): boolean {
      if (!mayMend) {
        since = undefined;
        return false;
      }
      since ??= Date.now();
      const rest = since + PATIENCE - Date.now();
      if (rest <= 0) return false;
      timer ??= setTimeout(() => {
        timer = undefined;
        look();
      }, rest);
      return true;
    },
    forget(): void {
      since = undefined;
    },
  };
}
