/** Native controls and what they are to assistive technology, as far as a control is searched by it. */
const NATIVE: readonly (readonly [selector: string, role: string])[] = [
  [
    'button,summary,input:is([type="button"],[type="submit"],[type="reset"],[type="image"])',
    'button',
  ],
  ['input[type="checkbox"]', 'checkbox'],
  ['input[type="radio"]', 'radio'],
  ['input[type="range"]', 'slider'],
  ['input[type="number"]', 'spinbutton'],
  ['input[list],select:not([multiple],[size])', 'combobox'],
  ['select,datalist', 'listbox'],
  ['input[type="search"]', 'searchbox'],
  ['input,textarea', 'textbox'],
  ['a[href]', 'link'],
  ['fieldset,details,optgroup', 'group'],
  ['h1,h2,h3,h4,h5,h6', 'heading'],
  ['option,dialog', ''],
  ['progress', 'progressbar'],
];

/**
 * An element's role (WAI-ARIA 1.2 §5.3, HTML-AAM §3.5): the first that the page names, else the native
 * one of controls; empty for what is none. Fields that have none there, such as one for a password, are
 * text fields to a person.
 */
export function roleOf(element: Element): string {
  const [named = ''] = (element.getAttribute('role') ?? '').trim().split(/\s+/);
  if (named !== '' && named !== 'none' && named !== 'presentation') return named;
  const role = NATIVE.find(([selector]) => element.matches(selector))?.[1];
  return role === '' ? element.localName : (role ?? '');
}
