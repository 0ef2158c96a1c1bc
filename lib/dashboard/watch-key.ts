import type { ApiKey } from '@/lib/domain/api-key';
import { isRevealField, readKey } from './read-key';

/** A key may be in place before it shows, or show without a change that is seen. Milliseconds. */
const LOOK_AGAIN = [100, 400, 1_500];

/**
 * Calls back with each key that becomes visible, once per key, until the signal aborts. Idle
 * pages cost one look at the added elements per batch of changes.
 */
export function watchKey(
  document: Document,
  onKey: (key: ApiKey) => void,
  signal: AbortSignal,
): void {
  let last: ApiKey | undefined;
  const look = () => {
    const found = readKey(document);
    if (found) keepOffDisk(found.element);
    if (found && found.key !== last) {
      last = found.key;
      onKey(found.key);
    }
  };
  const observer = new MutationObserver((records) => {
    // Every record is visited: each may bring a field that must be kept off the disk.
    if (records.filter(mayShowKey).length === 0) return;
    look();
    for (const wait of LOOK_AGAIN) setTimeout(() => signal.aborted || look(), wait);
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
    attributeFilter: ['value', 'open'],
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  document.querySelectorAll('input,textarea').forEach(keepOffDisk);
  look();
}

function mayShowKey(record: MutationRecord): boolean {
  if (record.type === 'attributes') {
    keepOffDisk(record.target);
    return true;
  }
  if (record.type === 'characterData') {
    return record.target.parentElement?.closest('code,output') !== null;
  }
  let seen = false;
  for (const node of record.addedNodes) {
    if (!(node instanceof Element)) {
      // A text that changes inside an element that was there already.
      seen ||= record.target instanceof Element && record.target.closest('code,output') !== null;
      continue;
    }
    const fields = [...node.querySelectorAll('input,textarea,code,output')];
    if (node.matches('input,textarea,code,output')) fields.push(node);
    for (const field of fields) keepOffDisk(field);
    seen ||= fields.length > 0;
  }
  return seen;
}

// Browsers write the fields of open pages into their session files; a read-only key field too.
// Measured: switched off in the callback that first sees the field, the key stays off the disk;
// two seconds later is too late. (dialogs.md)
function keepOffDisk(node: Node): void {
  if (node instanceof Element && isRevealField(node)) node.setAttribute('autocomplete', 'off');
}
