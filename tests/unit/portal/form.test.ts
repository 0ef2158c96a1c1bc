// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { walk } from '@/lib/portal/form';
import type { Portal } from '@/lib/recipes/recipe';

const WAIT = 60;
const portal: Portal = {
  origin: 'https://app.acme.example',
  start: 'https://app.acme.example/',
  path: [
    { role: 'link', names: ['Admin'] },
    { role: 'combobox', names: ['Kind'], choose: 'Header' },
    { role: 'radio', names: ['Custom'] },
  ],
  field: { role: 'textbox', names: ['API Key'] },
  value: '{key}',
};
let pressed: string[];

/** Shows a part of the page that leads on to the next when it is used. */
function show(html: string, event: 'click' | 'change', then?: () => void): void {
  document.body.innerHTML = `<a href="#">Admin</a>${html}`;
  const part = document.body.lastElementChild;
  part?.addEventListener(event, () => {
    pressed.push(part.textContent?.trim() ?? '');
    then?.();
  });
}
const field = () => show('<label>API Key <input></label>', 'click');
const custom = () => show('<label><input type="radio" name="k">Custom</label>', 'change', field);
const kind = () =>
  show(
    '<select aria-label="Kind"><option>None</option><option>Header</option></select>',
    'change',
    custom,
  );

beforeEach(() => {
  pressed = [];
  // Nothing is drawn here, so that nothing has a size.
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  Element.prototype.checkVisibility = () => true;
  // happy-dom has no labels of options.
  Object.defineProperty(HTMLOptionElement.prototype, 'label', {
    configurable: true,
    get(this: HTMLOptionElement) {
      return this.text;
    },
  });
});

test('the way is gone by presses and choices, to the field', async () => {
  document.body.innerHTML = '<a href="#">Admin</a>';
  document.body.firstElementChild?.addEventListener('click', kind);
  const { page, at } = await walk(document, portal, 500);
  expect(page.field).toBeInstanceOf(HTMLInputElement);
  expect(at).toBe(2);
});

test('a part that was gone is not gone again, and none before it', async () => {
  show('<p>Whose?</p>', 'click');
  let presses = 0;
  document.body.firstElementChild?.addEventListener('click', () => (presses += 1));
  const first = await walk(document, portal, WAIT);
  expect(first).toMatchObject({ at: 0 });
  const again = await walk(document, portal, WAIT, first.at);
  expect(again.page.field).toBeUndefined();
  expect(presses).toBe(1);
  custom();
  expect((await walk(document, portal, 500, again.at)).page.field).toBeDefined();
  expect(presses).toBe(1);
});

test('a choice that is made already leads no further', async () => {
  document.body.innerHTML =
    '<select aria-label="Kind"><option>Header</option></select><label><input type="radio" checked>Custom</label>';
  expect(await walk(document, portal, WAIT)).toMatchObject({ at: -1 });
});
