/** How often Firefox looks whether the card can be seen, in milliseconds. */
const SAMPLE = 200;
/** Chromium's own judgement; it takes no less than 100 ms between two. */
const OPTIONS = { threshold: 0, trackVisibility: true, delay: 100 };

/** Whether a person can see the card, and since when without a break. */
export interface Sight {
  /** When the card came into sight, as of `performance.now()`; nothing while it can't be seen. */
  since(): number | undefined;
  /** The card was tampered with: what was seen until now doesn't count. */
  restart(): void;
}

/**
 * Watches whether the card is really on screen: neither covered nor made faint by the page
 * (security-perf.md §3). Chromium judges it by itself (IntersectionObserver v2), Firefox is sampled
 * while the card is within the window.
 */
export function watchSight(
  host: HTMLElement,
  card: HTMLElement,
  onChange: () => void,
  signal: AbortSignal,
): Sight {
  const judges = 'isVisible' in IntersectionObserverEntry.prototype;
  let since: number | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const see = (visible: boolean) => {
    if (visible === (since !== undefined)) return;
    since = visible ? performance.now() : undefined;
    onChange();
  };
  const sample = () => see(isSeen(host, card));
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (judges) see(Reflect.get(entry, 'isVisible') === true);
      else {
        clearInterval(timer);
        if (entry.isIntersecting) timer = setInterval(sample, SAMPLE);
        sample();
      }
    }
  }, OPTIONS);
  observer.observe(card);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearInterval(timer);
    },
    { once: true },
  );
  return {
    since: () => {
      if (!judges) sample();
      return since;
    },
    restart: () => {
      if (since !== undefined) since = performance.now();
      onChange();
    },
  };
}

/** Whether nothing hides the card: for browsers that don't say so themselves. */
function isSeen(host: HTMLElement, card: HTMLElement): boolean {
  const box = card.getBoundingClientRect();
  if (!host.matches(':popover-open') || box.width < card.offsetWidth * 0.9) return false;
  for (let node: Element | null | undefined = host; node; node = parentOf(node)) {
    const { opacity, filter, clipPath, maskImage, visibility } = getComputedStyle(node);
    const plain = filter === 'none' && clipPath === 'none' && maskImage === 'none';
    if (Number(opacity) < 0.9 || !plain || visibility !== 'visible') return false;
  }
  // A modal that opened over ours switches it off, so that only popovers remain.
  for (const other of host.ownerDocument.querySelectorAll(':popover-open')) {
    const cover = other.getBoundingClientRect();
    const meets =
      cover.left < box.right &&
      cover.right > box.left &&
      cover.top < box.bottom &&
      cover.bottom > box.top;
    if (meets && !other.contains(host)) return false;
  }
  const hit = host.ownerDocument.elementFromPoint(
    box.left + box.width / 2,
    box.top + box.height / 2,
  );
  return hit === host;
}

function parentOf(node: Element): Element | undefined {
  const root = node.getRootNode();
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
}
