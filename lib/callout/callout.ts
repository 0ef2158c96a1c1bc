import { text } from '@/lib/text';
import { HOST_TAG, makeCard } from './card';
import type { CalloutContent } from './content';
import { guardPresses } from './guard';
import { settle } from './home';
import { followKeys } from './keys';
import { place } from './place';
import { shield } from './shield';
import { watchSight } from './sight';

/** Where the callout belongs on the page. */
export interface CalloutPlace {
  readonly anchor?: Element | undefined;
  readonly dialog?: Element | undefined;
  /** The dialog's last control; the card never covers it. */
  readonly last?: Element | undefined;
}

/** A small non-modal card beside its anchor, with a ring around the anchor. */
export interface Callout {
  show(content: CalloutContent, where: CalloutPlace): void;
  hide(): void;
}

/**
 * Makes a callout in a document. Presses count only when a person made them on what could be seen.
 * @param onPress gets the pressed button's id; `close` for ✕.
 */
export function createCallout(
  document: Document,
  onPress: (id: string) => void,
  signal: AbortSignal,
): Callout {
  for (const old of document.querySelectorAll(`${HOST_TAG},keyferry-notice`)) old.remove();
  const view = document.defaultView ?? window;
  let where: CalloutPlace = {};
  let watched: readonly (Element | undefined)[] = [];
  /** The anchor is scrolled out of view, maybe within a part of the page. */
  let isAway = false;

  const toAnchor = () => {
    const still = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    where.anchor?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  };
  const layOut = () => {
    if (!host.isConnected) return;
    const anchor = where.anchor?.isConnected ? where.anchor.getBoundingClientRect() : undefined;
    const box = anchor && anchor.width > 0 && !isAway ? anchor : undefined;
    away.hidden = !(isAway && anchor && anchor.width > 0);
    const obstacle = (where.last?.parentElement ?? where.last)?.getBoundingClientRect();
    const { left, top, covers } = place(
      box,
      where.dialog?.getBoundingClientRect(),
      obstacle ? [obstacle] : [],
      { width: card.offsetWidth, height: card.offsetHeight },
      { width: view.innerWidth, height: view.innerHeight },
    );
    Object.assign(card.style, { left: `${left}px`, top: `${top}px` });
    fold.hidden = covers === 0 && !card.hasAttribute('data-folded');
    ring.hidden = !box;
    if (box) {
      Object.assign(ring.style, {
        left: `${box.left - 4}px`,
        top: `${box.top - 4}px`,
        width: `${box.width + 8}px`,
        height: `${box.height + 8}px`,
      });
    }
    guard.track();
  };

  const { host, root, ring, card, fold, away, render, note } = makeCard(document, toAnchor, layOut);
  const sight = watchSight(host, card, () => guard.track(), signal);
  const guard = guardPresses(
    card,
    sight,
    (id) => {
      note('');
      onPress(id);
    },
    (always) => note(always ? text('guide.card.covered') : text('guide.card.again')),
  );
  shield(host, () => sight.restart(), signal);
  followKeys(
    host,
    root,
    () =>
      card.querySelector<HTMLElement>('.row button') ?? card.querySelector('button') ?? undefined,
    () => where.anchor ?? where.dialog,
    signal,
  );

  const sizes = new ResizeObserver(layOut);
  const inView = new IntersectionObserver((entries) => {
    isAway = entries.at(-1)?.isIntersecting === false;
    layOut();
  });
  const watch = () => {
    const now = [where.anchor, where.dialog];
    if (now.every((element, at) => element === watched[at])) return;
    watched = now;
    isAway = false;
    sizes.disconnect();
    inView.disconnect();
    for (const element of [...now, card]) if (element) sizes.observe(element);
    if (where.anchor) inView.observe(where.anchor);
  };
  for (const type of ['scroll', 'resize', 'transitionend', 'animationend']) {
    view.addEventListener(type, layOut, { signal, passive: true, capture: true });
  }
  card.addEventListener('scroll', layOut, { passive: true, capture: true });
  signal.addEventListener('abort', () => {
    host.remove();
    sizes.disconnect();
    inView.disconnect();
  });

  return {
    show(content, next) {
      where = next;
      const focused = root.activeElement;
      settle(host, next.dialog, next.last);
      render(content);
      // A move takes the focus away.
      if (focused instanceof HTMLElement && !root.activeElement) focused.focus();
      watch();
      layOut();
    },
    hide() {
      host.remove();
      // What the page has taken away must not be kept by us: a key's field may be in it.
      where = {};
      watch();
    },
  };
}
