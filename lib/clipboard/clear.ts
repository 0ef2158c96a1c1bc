import { isMarked, type CopyMark } from './mark';

/**
 * What became of the clipboard: `changed` means that something else was copied since, and left alone;
 * `left`, that the browser did not let us look or write, so that the text may still be there.
 */
export type Cleared = 'cleared' | 'changed' | 'left';

/**
 * Puts a space on the clipboard if it still holds the marked text. Needs the permissions to read and
 * write the clipboard, and a document of the extension's own that nobody sees.
 */
export async function clearIfUnchanged(document: Document, mark: CopyMark): Promise<Cleared> {
  const present = readText(document);
  if (present === undefined) return 'left';
  if (!(await isMarked(present, mark))) return 'changed';
  return writeText(document, BLANK) ? 'cleared' : 'left';
}

/** Puts a text on the clipboard, from a press or with the permission. @returns whether that was done. */
export function writeText(document: Document, text: string): boolean {
  let isDone = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  // Not navigator.clipboard: its document must have the focus, which a hidden one never has.
  document.addEventListener('copy', give, { capture: true });
  try {
    return document.execCommand('copy') && isDone;
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
}

/** What stands for nothing: browsers take an empty text for no text at all. */
export const BLANK = ' ';

/** Undefined when the browser did not let us look. No text at all is an empty one. */
function readText(document: Document): string | undefined {
  let text: string | undefined;
  const take = (event: ClipboardEvent) => {
    text = event.clipboardData?.getData('text/plain') ?? '';
    // It must not land in the field.
    event.preventDefault();
  };
  const field = document.createElement('textarea');
  field.autocomplete = 'off';
  document.body.append(field);
  field.focus();
  document.addEventListener('paste', take, { capture: true });
  try {
    document.execCommand('paste');
    return text;
  } finally {
    document.removeEventListener('paste', take, { capture: true });
    field.remove();
  }
}
