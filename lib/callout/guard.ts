import type { Sight } from './sight';

/** How long the card must have been in sight before a press on it counts, in milliseconds. */
const SEEN = 500;
/** How long a button must have been where it is pressed: a second press meant for another misses. */
const STILL = 250;
/** How far a button may move and count as the same for the hand, in pixels. */
const SLACK = 8;
/** Refusals in a row after which the page is not to be trusted. */
const ENOUGH = 3;

/** Where a button is, since when, and where it was until then. */
interface Spot {
  readonly label: string;
  readonly box: DOMRect;
  readonly from: number;
  readonly before: DOMRect | undefined;
}

/** Lets presses through that a person made on what they could see. */
export interface Guard {
  /** The card was laid out, or came into sight: see where its buttons are now. */
  track(): void;
}

/**
 * Guards the card's buttons against presses that the page has staged (security-perf.md §3, T6): a
 * press counts when the card was in sight without a break, and the button was under the pointer
 * before the person could have decided otherwise. A page that re-renders costs the person nothing:
 * new words, or a place a few pixels away, don't start the time again. Buttons that don't count
 * yet are `aria-disabled`.
 * @param onPress gets the button's id.
 * @param onRefused gets whether presses are refused again and again.
 */
export function guardPresses(
  card: HTMLElement,
  sight: Sight,
  onPress: (id: string) => void,
  onRefused: (always: boolean) => void,
): Guard {
  const spots = new WeakMap<Element, Spot>();
  let down: { readonly button: Element; readonly since: number | undefined } | undefined;
  let refused = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const track = () => {
    clearTimeout(timer);
    const now = performance.now();
    const seen = (sight.last() ?? Infinity) + SEEN - now;
    let next = seen;
    for (const button of card.querySelectorAll<HTMLElement>('button[data-id]')) {
      const box = button.getBoundingClientRect();
      const label = button.textContent;
      const known = spots.get(button);
      const old = known?.label === label ? known : undefined;
      const before = old && (now - old.from < STILL ? old.before : old.box);
      const spot = old && isNear(old.box, box) ? old : { label, box, from: now, before };
      spots.set(button, spot);
      const wait = Math.max(seen, spot.from + STILL - now);
      next = Math.max(next, wait);
      button.ariaDisabled = wait > 0 ? 'true' : null;
    }
    if (next > 0 && next < Infinity) timer = setTimeout(track, next);
  };

  const isFine = (button: Element, x: number, y: number): boolean => {
    const now = performance.now();
    const spot = spots.get(button);
    if (!spot || !(now - (sight.since() ?? now) >= SEEN)) return false;
    if (!isNear(spot.box, button.getBoundingClientRect())) return false;
    return now - spot.from >= STILL || isWithin(spot.before, x, y);
  };

  card.addEventListener('pointerdown', (event) => {
    const button = buttonAt(event);
    const fine = button && event.isTrusted && isFine(button, event.clientX, event.clientY);
    down = fine ? { button, since: sight.since() } : undefined;
    track();
  });
  card.addEventListener('click', (event) => {
    const button = buttonAt(event);
    if (!button || !event.isTrusted) return;
    const since = sight.since();
    // A key has no pointer, and nor has assistive technology.
    const fine = event.detail === 0 || (down?.button === button && down.since === since);
    down = undefined;
    if (fine && since !== undefined) {
      refused = 0;
      onPress(button.dataset['id'] ?? '');
    } else {
      refused += 1;
      onRefused(refused >= ENOUGH);
    }
  });
  return { track };
}

function buttonAt({ target }: Event): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('button[data-id]')) || undefined;
}

function isNear(a: DOMRect, b: DOMRect): boolean {
  return Math.hypot(a.left - b.left, a.top - b.top) <= SLACK;
}

function isWithin(box: DOMRect | undefined, x: number, y: number): boolean {
  return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
