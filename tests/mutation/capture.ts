import type { JSHandle, Locator, Page } from 'playwright';
import { BETWEEN, MARK } from './marks.ts';

/** Says which elements of a live page are what, before it is captured. An element may be several things. */
export async function mark(id: string, locator: Locator): Promise<void> {
  await locator.evaluate(
    (element, [attribute, between, added]) => {
      const marks = element.getAttribute(attribute)?.split(between) ?? [];
      if (!marks.includes(added)) element.setAttribute(attribute, [...marks, added].join(between));
    },
    [MARK, BETWEEN, id] as const,
    { timeout: 5_000 },
  );
}

/** What a page's function found: marks, and the elements that they are for. */
export type Found = readonly (readonly [id: string, element: Element])[];

/** Marks many elements at once: to ask the browser for each takes most of a capture's time. */
export async function markFound(found: JSHandle<Found>): Promise<void> {
  await found.evaluate(
    (pairs, [attribute, between]) => {
      for (const [added, element] of pairs) {
        const marks = element.getAttribute(attribute)?.split(between) ?? [];
        if (!marks.includes(added))
          element.setAttribute(attribute, [...marks, added].join(between));
      }
    },
    [MARK, BETWEEN] as const,
  );
}

/**
 * A live page as static HTML that looks the same: the style rules that it uses inlined, values and
 * choices as attributes, no scripts, nothing from elsewhere. A modal `<dialog>` is marked as such.
 */
export function capture(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    const lives = document.documentElement.querySelectorAll('*');
    copy.querySelectorAll('*').forEach((element, at) => {
      const live = lives[at];
      if (live instanceof HTMLInputElement) {
        element.setAttribute('value', live.value);
        element.toggleAttribute('checked', live.checked);
      }
      if (live instanceof HTMLTextAreaElement) element.textContent = live.value;
      if (live instanceof HTMLOptionElement) element.toggleAttribute('selected', live.selected);
      if (live instanceof HTMLDialogElement && live.matches(':modal')) {
        element.setAttribute('data-was-modal', '');
      }
    });
    for (const gone of copy.querySelectorAll('script,link,style,iframe,template,base'))
      gone.remove();
    const style = document.createElement('style');
    style.textContent = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map(used))
      // A page that is read at once has no time to fade in.
      .concat('*,*::before,*::after{animation:none!important;transition:none!important}')
      .join('\n');
    copy.querySelector('head')?.append(style);
    return `<!doctype html>\n${copy.outerHTML}`;

    /** The text of a rule, without the rules in it that nothing on the page follows. */
    // What runs in the page takes nothing along from here.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    function used(rule: CSSRule): string {
      if (rule instanceof CSSKeyframesRule || rule instanceof CSSFontFaceRule) return '';
      if (rule instanceof CSSStyleRule) {
        // What is told of parts and states of an element is kept with the element.
        const plain = rule.selectorText.replaceAll(
          /::?(before|after|placeholder|backdrop|[-\w]*(hover|focus|active)[-\w]*)/g,
          '',
        );
        try {
          return document.querySelector(plain) ? rule.cssText : '';
        } catch {
          return rule.cssText;
        }
      }
      if (!(rule instanceof CSSGroupingRule)) return rule.cssText;
      const head = rule.cssText.slice(0, rule.cssText.indexOf('{'));
      const inner = [...rule.cssRules].map(used).join('');
      return inner === '' ? '' : `${head}{${inner}}`;
    }
  });
}
