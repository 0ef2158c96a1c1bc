import type { PageKind } from '@/lib/domain/snapshot';
import { normalize } from '@/lib/locate/text';
import { deepQuery } from '@/lib/locate/tree';
import { isVisible } from '@/lib/locate/visible';
import { pageKind } from './routes';

const SIGN_IN = /^(log in|sign in|welcome back|create (an|your) account|sign up)\b/;
const FIRST_KEY = /^(make your first api call|welcome to (the )?openai platform)$/;

/** Which page is shown, by its address and, where the address says less than the page, by its headings. */
export function pageShown(document: Document, url: URL): PageKind {
  const kind = pageKind(url);
  if (kind === 'workspace-admin' || kind === 'signed-out') return kind;
  const headings = deepQuery(document, 'h1,h2,[role="heading"]')
    .filter(isVisible)
    .map((heading) => normalize(heading.textContent ?? ''));
  if (headings.some((heading) => SIGN_IN.test(heading)) && asksWho(document)) return 'signed-out';
  if (kind !== 'welcome' && headings.some((heading) => FIRST_KEY.test(heading))) return 'welcome';
  return kind;
}

function asksWho(document: Document): boolean {
  return (
    deepQuery(
      document,
      'input[type="password"],input[type="email"],input[autocomplete~="username"],input[autocomplete~="email"]',
    ).some(isVisible) || isOffered(document)
  );
}

/** The way in may be one button. */
function isOffered(document: Document): boolean {
  return deepQuery(document, 'main button,main a,body > button').some(
    (each) => isVisible(each) && /^(log|sign) in$/.test(normalize(each.textContent ?? '')),
  );
}
