/**
 * Keeps the callout's host where presses on it are safe: inside the open dialog, before its last
 * controls, so that Tab reaches it; in the body when no dialog is open. Anywhere else a press can
 * close the dialog and lose the key (dialogs.md).
 * @param last the dialog's last control, such as Cancel or Create.
 */
export function settle(host: HTMLElement, dialog: Element | undefined, last: Element | undefined) {
  const footer = dialog && last && dialog.contains(last) ? footerOf(dialog, last) : undefined;
  const parent = footer?.parentElement ?? dialog ?? host.ownerDocument.body;
  const moved = host.parentElement !== parent || (footer && host.nextElementSibling !== footer);
  if (moved) parent.insertBefore(host, footer ?? null);
  // A move closes a popover.
  if (!host.matches(':popover-open')) host.showPopover();
}

/** The block of the last controls: the widest ancestor of the control that holds buttons only. */
function footerOf(dialog: Element, last: Element): Element {
  let footer = last;
  for (let node = last.parentElement; node && node !== dialog; node = node.parentElement) {
    if (node.querySelector('input,textarea,select,[role="radiogroup"],keyferry-callout')) break;
    footer = node;
  }
  return footer;
}
