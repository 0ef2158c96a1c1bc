import { browser } from './browser';

/**
 * A locale string by its path in `components/locales`, such as `guide.step.open`, with `$1`… filled in; a code's
 * hyphens are underscores there.
 * For scripts in pages, which are too small for the typed helper that the popup uses.
 */
export function text(path: string, words?: readonly string[]): string {
  // WXT types the names of known strings; these are put together, and a test checks that they exist.
  return browser.i18n.getMessage(
    path.replaceAll(/[.-]/g, '_') as never,
    words as string[] | undefined,
  );
}
