import type { ApiKey } from '@/lib/domain/api-key';
import { isRevealField, readKey } from './read-key';

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
    if (records.some(mayShowKey)) look();
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['value', 'open'],
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  document.querySelectorAll('input').forEach(keepOffDisk);
  look();
}

function mayShowKey(record: MutationRecord): boolean {
  if (record.type === 'attributes') {
    keepOffDisk(record.target);
    return true;
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
