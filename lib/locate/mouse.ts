/*
 * What a browser sends for a person's mouse. Libraries disagree on which of the events counts:
 * pointerdown, mousedown, pointerup or click; so each part of a press sends all of its own.
 */

/** Brings the mouse onto an element. */
export function hover(element: Element): void {
  for (const kind of ['pointerover', 'pointerenter', 'pointermove']) pointer(element, kind);
  for (const kind of ['mouseover', 'mouseenter', 'mousemove']) mouse(element, kind);
}

/** Presses the main button down, which also moves the focus unless the page prevents that. */
export function pressDown(element: Element): void {
  // Preventing pointerdown stops the events of the mouse that would follow, but not the click.
  const goesOn = pointer(element, 'pointerdown');
  if (goesOn && mouse(element, 'mousedown') && element instanceof HTMLElement) {
    element.focus({ preventScroll: true });
  }
}

/** Lets the main button go, which clicks. */
export function letGo(element: Element): void {
  pointer(element, 'pointerup');
  mouse(element, 'mouseup');
  if (element.isConnected) pointer(element, 'click');
}

function pointer(element: Element, kind: string): boolean {
  const isMove = !/down|up|click/.test(kind);
  return element.dispatchEvent(
    new PointerEvent(kind, {
      ...detailsOf(element, kind),
      button: isMove ? -1 : 0,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
      // Without pressure a press is taken for one by assistive technology.
      pressure: kind === 'pointerdown' ? 0.5 : 0,
    }),
  );
}

function mouse(element: Element, kind: string): boolean {
  return element.dispatchEvent(new MouseEvent(kind, detailsOf(element, kind)));
}

function detailsOf(element: Element, kind: string): MouseEventInit {
  const { left, top, width, height } = element.getBoundingClientRect();
  const isEnter = kind.endsWith('enter');
  return {
    bubbles: !isEnter,
    cancelable: !isEnter,
    composed: true,
    detail: /mousedown|mouseup|click/.test(kind) ? 1 : 0,
    button: 0,
    buttons: kind.endsWith('down') ? 1 : 0,
    clientX: left + width / 2,
    clientY: top + height / 2,
  };
}
