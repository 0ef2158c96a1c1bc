/** Restorations within the time below after which the page is let have its way for a while. */
const MOST = 10;
const WHILE = 2_000;
/** What dialog libraries and other extensions set; it hides nothing from the eye. */
const HARMLESS = /^(aria-|data-|inert$)/;

/**
 * Keeps the page's hands off our host: what it sets is taken away, and the popover opened again. A
 * page that insists gets no endless loop; until it stops, nothing that is pressed counts.
 * @param onTouched hears of what may have changed the look.
 */
export function shield(host: HTMLElement, onTouched: () => void, signal: AbortSignal): void {
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restore = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const insisted = count > MOST;
      count = 0;
      if (insisted) restore();
    }, WHILE);
    count += 1;
    if (count > MOST) return;
    for (const name of host.getAttributeNames()) {
      if (name !== 'popover') host.removeAttribute(name);
    }
    if (host.popover !== 'manual') host.popover = 'manual';
    if (host.isConnected && !host.matches(':popover-open')) host.showPopover();
    // Our own changes are no news.
    observer.takeRecords();
  };
  const observer = new MutationObserver((records) => {
    if (records.some(({ attributeName: name }) => !HARMLESS.test(name ?? ''))) onTouched();
    restore();
  });
  observer.observe(host, { attributes: true });
  const closed = (event: Event) => {
    if (event.target !== host || !host.isConnected || host.matches(':popover-open')) return;
    onTouched();
    restore();
  };
  host.addEventListener('toggle', closed, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
