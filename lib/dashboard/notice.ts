import { OPEN_DIALOG } from './dialogs';

/** The tag of the notice's host element. */
const NOTICE_TAG = 'keyferry-notice';

/**
 * A sentence over the page, for a script that the extension has left behind. It takes no presses,
 * so it may stand anywhere without closing a dialog.
 */
export function showNotice(document: Document, sentence: string): void {
  if (document.querySelector(NOTICE_TAG)) return;
  const host = document.createElement(NOTICE_TAG);
  host.popover = 'manual';
  host.style.cssText =
    'all:initial;position:fixed;inset:12px 12px auto auto;margin:0;border:0;background:none;pointer-events:none;';
  const card = document.createElement('p');
  card.setAttribute('role', 'alert');
  card.style.cssText =
    'max-width:304px;margin:0;padding:12px;font:14px/20px system-ui,sans-serif;color:#14211f;background:#fff7ed;border:1px solid #b45309;border-radius:8px;';
  card.textContent = sentence;
  host.attachShadow({ mode: 'closed' }).append(card);
  const dialogs = document.querySelectorAll(OPEN_DIALOG);
  (dialogs[dialogs.length - 1] ?? document.body).append(host);
  host.showPopover();
}
