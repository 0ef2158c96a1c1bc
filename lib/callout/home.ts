/** What a dialog may watch for presses outside it. */
const PRESSES = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
];

const TITLES = 'h1,h2,h3,[role="heading"]';

/**
 * Keeps the callout's host where presses on it are safe: inside the open dialog, before its last
 * controls, so that Tab reaches it; in the body when no dialog is open. Anywhere else a press can
 * close the dialog and lose the key (dialogs.md).
 * @param last the dialog's last control, such as Cancel or Create.
 */
export function settle(host: HTMLElement, dialog: Element | undefined, last: Element | undefined) {
  // A dialog that compares a press's place with its own edges would take one on the card, which
  // stands beside it, for a press outside. Listening twice is the same as once.
  for (const kind of PRESSES) host.addEventListener(kind, keep);
  const panel = dialog && panelOf(dialog);
  const footer = panel && last && panel.contains(last) ? footerOf(panel, last) : undefined;
  const parent = footer?.parentElement ?? panel ?? host.ownerDocument.body;
  const moved = host.parentElement !== parent || (footer && host.nextElementSibling !== footer);
  if (moved) parent.insertBefore(host, footer ?? null);
  // A move closes a popover.
  if (!host.matches(':popover-open')) host.showPopover();
}

/** Keys and focus go on: Escape and Tab are the dialog's. */
function keep(event: Event): void {
  event.stopPropagation();
}

/**
 * The part of a dialog that a person sees as the dialog: some libraries put the backdrop into the
 * dialog's element too, and a press on that closes it.
 */
function panelOf(dialog: Element): Element {
  const parts = [...dialog.querySelectorAll(`${TITLES},button,input,textarea,select,a[href]`)];
  const holdsAll = (element: Element) =>
    !parts.includes(element) && parts.every((each) => element.contains(each));
  let panel = dialog;
  if (parts.length === 0) return panel;
  for (let next: Element | undefined = dialog; next; next = [...next.children].find(holdsAll)) {
    panel = next;
  }
  return panel;
}

/** The block of the last controls: the widest ancestor of the control that holds buttons only. */
function footerOf(panel: Element, last: Element): Element {
  let footer = last;
  for (let node = last.parentElement; node && node !== panel; node = node.parentElement) {
    if (
      node.querySelector(`${TITLES},input,textarea,select,[role="radiogroup"],keyferry-callout`)
    ) {
      break;
    }
    footer = node;
  }
  return footer;
}
