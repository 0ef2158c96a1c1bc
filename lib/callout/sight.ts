/** How often it is looked whether anything hides the card, while it is in the window; in milliseconds. */
const SAMPLE = 200;
/** Chromium's own judgement (IntersectionObserver v2); it takes no less than 100 ms between two. */
const OPTIONS = { threshold: 0, trackVisibility: true, delay: 100 };

interface Judged extends IntersectionObserverEntry {
  /** Chromium only. */
  readonly isVisible?: boolean;
}

/** Whether a person can see the card, and since when without a break. */
export interface Sight {
  /** When the card came into sight, as of `performance.now()`; nothing while it can't be seen. Looks. */
  since(): number | undefined;
  /** The same as of the last look: no press is judged by it. */
  last(): number | undefined;
  /** The card was tampered with: what was seen until now doesn't count. */
  restart(): void;
}

/**
 * Watches whether the card is really on screen: neither covered nor made faint by the page
 * (security-perf.md §3). Chromium judges what is painted over it; the rest is sampled, because
 * Firefox doesn't judge, and because browsers differ in what an ancestor does to the top layer.
 */
export function watchSight(
  host: HTMLElement,
  card: HTMLElement,
  onChange: () => void,
  signal: AbortSignal,
): Sight {
  let since: number | undefined;
  let judged = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => {
    const visible = judged && isPlain(host, card);
    if (visible === (since !== undefined)) return;
    since = visible ? performance.now() : undefined;
    onChange();
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, isVisible } of entries as readonly Judged[]) {
      judged = isIntersecting && isVisible !== false;
      look();
    }
    clearInterval(timer);
    if (judged) timer = setInterval(look, SAMPLE);
  }, OPTIONS);
  observer.observe(card);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(timer);
  });
  return {
    since: () => {
      look();
      return since;
    },
    last: () => since,
    restart: () => {
      if (since !== undefined) since = performance.now();
      onChange();
    },
  };
}

/** Whether neither an ancestor nor a popover of the page's hides the card. */
function isPlain(host: HTMLElement, card: HTMLElement): boolean {
  const { ownerDocument: document } = host;
  if (!host.isConnected || !host.matches(':popover-open')) return false;
  for (let node: Element | undefined = host; node; node = parentOf(node)) {
    const { opacity, filter, clipPath, maskImage, transform, scale } = getComputedStyle(node);
    const { a, b, c, d } = new DOMMatrixReadOnly(transform);
    // A dialog may well have a shadow.
    const clear = clipPath === 'none' && maskImage === 'none' && /^(none|drop-shadow)/.test(filter);
    const size = Math.min(Math.hypot(a, b), Math.hypot(c, d)) * (Number.parseFloat(scale) || 1);
    if (!clear || Number(opacity) < 0.9 || size < 0.9) return false;
  }
  const { left, right, top, bottom } = card.getBoundingClientRect();
  // A modal that opens over ours switches it off, so that only popovers remain.
  for (const other of document.querySelectorAll(':popover-open')) {
    const box = other.getBoundingClientRect();
    const meets = box.left < right && box.right > left && box.top < bottom && box.bottom > top;
    if (meets && !other.contains(host)) return false;
  }
  return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === host;
}

function parentOf(node: Element): Element | undefined {
  const root = node.getRootNode();
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
}
