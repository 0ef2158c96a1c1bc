import { printOf, type ApiKey } from '@/lib/domain/api-key';
import { isRevealField, MARK, readKey } from './read-key';

/** A key may be in place before it shows, or show without a change that is seen. Milliseconds. */
const LOOK_AGAIN = [100, 400, 1_500];
/** How often, and how long, a field that waits for its key is looked at: a script can fill it unseen. */
const WAITING = { every: 500, times: 240 };

/** A field that a dialog, or the first-run wizard, shows a key in. */
const WAITS =
  'dialog[open] input,[role="dialog"] input,[aria-modal="true"] input,main input[readonly]';

/**
 * Calls back with each key that becomes visible, once per key, until the signal aborts. Idle
 * pages cost one look at the added elements per batch of changes.
 */
export function watchKey(
  document: Document,
  onKey: (key: ApiKey) => void,
  signal: AbortSignal,
): void {
  let last: string | undefined;
  const look = () => {
    const found = readKey(document);
    if (found) keepOffDisk(found.element);
    const print = found && printOf(found.key);
    if (found && print !== last) {
      last = print;
      onKey(found.key);
    }
  };
  let waiting: ReturnType<typeof setInterval> | undefined;
  const wait = () => {
    clearInterval(waiting);
    let times = WAITING.times;
    waiting = setInterval(() => {
      times -= 1;
      if (times < 0 || !document.querySelector(WAITS)) clearInterval(waiting);
      else look();
    }, WAITING.every);
  };
  const observer = new MutationObserver((records) => {
    // Every record is visited: each may bring a field that must be kept off the disk.
    if (records.filter(mayShowKey).length === 0) return;
    look();
    for (const ms of LOOK_AGAIN) setTimeout(() => signal.aborted || look(), ms);
    if (document.querySelector(WAITS)) wait();
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
    attributeFilter: ['value', 'open'],
  });
  const end = () => {
    observer.disconnect();
    clearInterval(waiting);
  };
  signal.addEventListener('abort', end, { once: true });
  // Before there is a body nothing shows, and the observer sees what comes.
  if (!document.body) return;
  document.querySelectorAll('input,textarea').forEach(keepOffDisk);
  look();
}

function mayShowKey(record: MutationRecord): boolean {
  if (record.type === 'attributes') {
    keepOffDisk(record.target);
    return true;
  }
  if (record.type === 'characterData') return holdsMark(record.target);
  let seen = false;
  for (const node of record.addedNodes) {
    seen ||= holdsMark(node);
    if (!(node instanceof Element)) continue;
    const fields = [...node.querySelectorAll('input,textarea')];
    if (node.matches('input,textarea')) fields.push(node);
    for (const field of fields) keepOffDisk(field);
    seen ||= fields.length > 0;
  }
  return seen;
}

function holdsMark(node: Node): boolean {
  return node.textContent?.includes(MARK) === true;
}

// Browsers write the fields of open pages into their session files; a read-only key field too.
// Measured: switched off in the callback that first sees the field, the key stays off the disk;
// two seconds later is too late. (dialogs.md)
function keepOffDisk(node: Node): void {
  if (node instanceof Element && isRevealField(node)) node.setAttribute('autocomplete', 'off');
}
