/* oxlint-disable unicorn/consistent-function-scoping -- each function is sent into the page alone */
/**
 * What a person would see as wrong on the page, each in a line: text that is cut off or runs out of its box or the
 * window, and a window that scrolls sideways. Runs in the page and uses nothing from around it.
 */
export function overflows(): string[] {
  const wrong = new Set<string>();
  const root = document.scrollingElement ?? document.documentElement;
  const wide = innerWidth + 1;
  if (root.scrollWidth > wide) wrong.add(`scrolls sideways: ${root.scrollWidth} in ${innerWidth}`);
  const name = (element: Element) => {
    const text = (element.textContent ?? '').trim().slice(0, 50);
    return `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${text}”`;
  };
  // Only for those who listen; and what scrolls by itself, which a keyboard reaches.
  const scrollers = innerWidth < 360 ? '.table-scroll, .report, .findings' : '.table-scroll';
  const isAside = (element: Element) => element.closest(`.hidden, [hidden], ${scrollers}`) !== null;
  /** A word that is broken in its middle, which happens where a column is too narrow. */
  const torn = (node: Node) => {
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/gu)) {
      // An address or a name of a machine’s may break anywhere.
      if (!/^\p{P}*\p{L}{2,22}\p{P}*$/u.test(word)) continue;
      const part = document.createRange();
      part.setStart(node, index);
      part.setEnd(node, index + word.length);
      const lines = new Set([...part.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1 && !/[\u3040-\u9fff]/u.test(word))
        wrong.add(`torn: “${word}” in ${name(node.parentElement ?? root)}`);
    }
  };
  interface Box {
    readonly edge: DOMRect;
    readonly isBox: boolean;
    readonly clipsX: boolean;
    readonly hidesY: boolean;
    readonly scrollsY: boolean;
  }
  const boxes = new Map<Element, Box>();
  const boxOf = (element: Element): Box => {
    const known = boxes.get(element);
    if (known) return known;
    const { overflowX, overflowY, display } = getComputedStyle(element);
    const box = {
      edge: element.getBoundingClientRect(),
      isBox: display !== 'inline' && display !== 'contents',
      clipsX: overflowX !== 'visible',
      hidesY: overflowY === 'hidden' || overflowY === 'clip',
      scrollsY: overflowY === 'auto' || overflowY === 'scroll',
    };
    boxes.set(element, box);
    return box;
  };
  const inBoxes = (element: Element, rect: DOMRect) => {
    let isScrolled = false;
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { edge, isBox, clipsX, hidesY, scrollsY } = boxOf(at);
      const isPast = rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5;
      const isUnder = rect.bottom > edge.bottom + 1.5 || rect.top < edge.top - 1.5;
      if (isBox && isPast) {
        wrong.add(`${clipsX ? 'cut off' : 'runs out'}: ${name(element)} of ${name(at)}`);
      }
      // What scrolls shows it in time.
      isScrolled ||= scrollsY;
      if (hidesY && isUnder && !isScrolled)
        wrong.add(`cut off below: ${name(element)} of ${name(at)}`);
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || isAside(parent)) continue;
    if (parent.closest('select, option, script, style') || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    if (rects.length > 1 && !parent.closest('code, pre, .mono')) torn(node);
    for (const rect of rects) {
      if (rect.right > wide || rect.left < -1) wrong.add(`outside the window: ${name(parent)}`);
      inBoxes(parent, rect);
    }
  }
  const pen = document.createElement('canvas').getContext('2d');
  for (const list of document.querySelectorAll('select')) {
    if (!pen || !list.checkVisibility()) continue;
    const style = getComputedStyle(list);
    pen.font = style.font;
    const words = list.selectedOptions[0]?.textContent ?? '';
    // The arrow takes about as much as a line is high.
    const room = list.clientWidth - parseFloat(style.paddingLeft) - 24;
    if (pen.measureText(words).width > room) wrong.add(`cut off in a list: “${words}”`);
  }
  return [...wrong];
}

/**
 * What can't be pressed well: targets under 24 × 24 pixels whose 24-pixel circle meets another target
 * (WCAG 2.2, 2.5.8). A link within a sentence may be as high as its line.
 */
export function smallTargets(): string[] {
  const selector =
    'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]';
  // What only a screen reader meets is one pixel large.
  const isUnseen = (element: Element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect();
      if (width <= 1 && height <= 1 && getComputedStyle(at).display !== 'contents') return true;
    }
    return false;
  };
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((each) => each.checkVisibility() && !each.closest('.hidden'))
    .map((element) => {
      const box = element.getBoundingClientRect();
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      const around = label?.contains(element) ? label.getBoundingClientRect() : box;
      return { element, box: around };
    })
    .filter(({ element, box }) => box.width > 1 && box.height > 1 && !isUnseen(element));
  const isInSentence = (element: Element) =>
    element.tagName === 'A' &&
    getComputedStyle(element).display === 'inline' &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
  const isSmall = ({ width, height }: DOMRect) => width < 23.9 || height < 23.9;
  const middle = ({ left, top, width, height }: DOMRect) =>
    [left + width / 2, top + height / 2] as const;
  return all
    .filter(({ element, box }) => isSmall(box) && !isInSentence(element))
    .filter(({ element, box }) => {
      const [x, y] = middle(box);
      return all.some((other) => {
        if (other.element === element || other.box === box) return false;
        if (isSmall(other.box)) {
          const [ox, oy] = middle(other.box);
          return Math.hypot(ox - x, oy - y) < 24;
        }
        const dx = Math.max(other.box.left - x, 0, x - other.box.right);
        const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(dx, dy) < 12;
      });
    })
    .map(({ element, box }) => {
      const words = (element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 40);
      return `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.tagName} “${words}”`;
    });
}

/** What can have the focus and does not show it. The last key must have been one of the keyboard's. */
export function hiddenFocus(): string[] {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const wrong: string[] = [];
  const before = document.activeElement;
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (!element.checkVisibility() || element.closest('.hidden') || element.matches(':disabled'))
      continue;
    element.focus({ preventScroll: true });
    if (document.activeElement !== element) continue;
    // A field that is drawn by its label shows its focus there.
    const shown = [element, element.closest('label')].filter((each) => each !== null);
    const isShown = shown.some((each) => {
      const { outlineStyle, outlineWidth, outlineColor, opacity } = getComputedStyle(each);
      return (
        outlineStyle !== 'none' &&
        parseFloat(outlineWidth) >= 2 &&
        outlineColor !== 'rgba(0, 0, 0, 0)' &&
        opacity !== '0'
      );
    });
    const words = (element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 40);
    if (!isShown) wrong.push(`${element.tagName}.${element.className} “${words}”`);
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return wrong;
}

/** What moves or would move: running animations, and transitions that take time. */
export function motions(): string[] {
  const running = document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .map((each) => `runs: ${each instanceof CSSAnimation ? each.animationName : each.id}`);
  const slow = [...document.querySelectorAll('body *')]
    .filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0)
    .map((each) => `would move: ${each.tagName}.${each.getAttribute('class')}`);
  return [...running, ...slow];
}

/** In forced colours: controls without an edge, which would be words among words. */
export function edgeless(): string[] {
  const selector = '.button, .input, button.row, a.row';
  return [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((each) => each.checkVisibility())
    .filter((each) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } =
        getComputedStyle(each);
      const hasEdge = borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1;
      return !hasEdge || borderTopColor === backgroundColor;
    })
    .map((each) => `${each.className} “${(each.textContent ?? '').trim().slice(0, 40)}”`);
}

interface Shift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRect;
    readonly currentRect: DOMRect;
  }[];
}

/** What stood there and moved while the page was made, without anybody having pressed anything. */
export function shifts(): Promise<string[]> {
  const words = ({ node, previousRect: from, currentRect: to }: Shift['sources'][number]) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return `${element?.tagName}.${element?.getAttribute('class')} from ${from.x},${from.y} to ${to.x},${to.y}`;
  };
  return new Promise((done) => {
    const found: string[] = [];
    const add = (entries: PerformanceEntryList) => {
      for (const { hadRecentInput, sources } of entries as Shift[]) {
        if (!hadRecentInput) found.push(...sources.map(words));
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => {
      add(observer.takeRecords());
      observer.disconnect();
      done(found);
    });
  });
}
