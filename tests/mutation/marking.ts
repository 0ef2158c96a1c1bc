import type { Locator, Page } from 'playwright';
import type { Version } from '../standin/scene.ts';
import { matrixOf, type MatrixRow } from '../standin/scopes.ts';
import { mark, markFound, type Found } from './capture.ts';
import { BETWEEN, helper, MARK, oneOf } from './marks.ts';

/** What the stand-in's pages truly consist of, by exact role and name, and by its own class names. */

/** The keys page: the opener, if there is one, and the table's rows. */
export async function markKeysPage(page: Page): Promise<void> {
  const opener = page.getByRole('button', {
    name: /^(\+ )?Create new (secret|Admin) key$/,
    includeHidden: true,
  });
  const main = page.locator('main');
  await mark(helper('part', 'main'), main);
  await mark(helper('part', 'heading'), main.locator('h1'));
  if ((await opener.count()) > 0) await mark('open-create', opener);
  await mark(helper('part', 'table'), page.locator('table'));
  await markFound(
    await page.locator('table').evaluateHandle(
      (table, [keyRow, edit, revoke]): Found => {
        const rows = [...table.querySelectorAll('tbody tr')];
        const names = rows.map((row) => row.querySelector('td')?.textContent ?? '');
        return rows.flatMap((row, at) => {
          const name = names[at] ?? '';
          // Two keys of one name can't be told apart: neither is *the* row of that name.
          const isOnly = names.filter((each) => each === name).length === 1;
          const buttons = [...row.querySelectorAll('.actions button')];
          const actions = [edit + at, revoke + at].flatMap((id, which) => {
            const button = buttons[which];
            return button ? [[id, button] as const] : [];
          });
          return [...(isOnly ? [[keyRow + name, row] as const] : []), ...actions];
        });
      },
      ['key-row:', oneOf('row-edit', ''), oneOf('row-revoke', '')] as const,
    ),
  );
}

/** The dialog itself, its title and its footer. */
export async function markDialog(page: Page, anchor?: string): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await mark(helper('part', 'dialog'), dialog);
  if (anchor) await mark(anchor, dialog);
  await mark(helper('part', 'title'), dialog.getByRole('heading').first());
  await mark(helper('part', 'footer'), dialog.locator('.footer'));
  return dialog;
}

/** What is no control to a person: a twin for forms that the library keeps hidden. */
const SEEN = ':not([aria-hidden="true"] *)';
const LIST = ['select', '[role="combobox"]', '[aria-haspopup]'].map((each) => each + SEEN).join();
const RADIOS = '[role="radiogroup"],fieldset';

/** The field of this visible label, its label, and its control: in some libraries the field itself. */
async function markField(dialog: Locator, anchor: string, label: RegExp, control: string) {
  const field = dialog
    .locator('.field')
    .filter({ has: dialog.page().locator('.label', { hasText: label }) });
  if ((await field.count()) === 0) return;
  await mark(helper('field', anchor), field);
  await mark(helper('label', anchor), field.locator('.label'));
  const isItself = await field.evaluate((element, selector) => element.matches(selector), control);
  await mark(anchor, isItself ? field : field.locator(control).first());
}

/** The fields of the create dialog, and of the edit dialog. */
export async function markForm(dialog: Locator): Promise<void> {
  await markField(dialog, 'name', /^Name/, 'input');
  await markField(dialog, 'project', /^Project$/, LIST);
  await markField(dialog, 'expiration', /^Expiration$/, LIST);
  await markField(dialog, '~owner', /^Owned by$/, RADIOS);
  await markField(dialog, '~permission', /^Permissions$/, RADIOS);
  for (const [id, name] of [
    ['owner-user', /^You$/],
    ['owner-service-account', /^Service account$/],
    ['permission-all', /^All$/],
    ['permission-restricted', /^Restricted$/],
    ['permission-read-only', /^Read only$/i],
  ] as const) {
    const radio = dialog.getByRole('radio', { name });
    if ((await radio.count()) > 0) await mark(id, radio);
  }
}

/** The rows of the matrix that are in sight. */
export async function markMatrix(dialog: Locator): Promise<void> {
  await markFound(
    await dialog.evaluateHandle(
      (root, [anchor, item, label, about]): Found =>
        [...root.querySelectorAll('.matrix-row')].flatMap((row) => {
          const words = row.querySelector<HTMLElement>(':scope > :first-child > :first-child');
          const muted = row.querySelector('.muted');
          // A twin for forms may come after it.
          const control = row.querySelector(':scope > :nth-child(2)');
          if (!words || !muted || !control) throw new Error('A row of the matrix lacks a part.');
          const name = anchor + words.innerText;
          return [
            [item + name, row],
            [label + name, words],
            [about + name, muted],
            [name, control],
          ] as const;
        }),
      ['row:', helper('item', ''), helper('label', ''), helper('about', '')] as const,
    ),
  );
  await mark(helper('part', 'matrix'), dialog.locator('.matrix-row').first().locator('..'));
}

/** Each row and what it offers, in the stand-in's words. */
export function rowsOf(kind: 'admin' | 'project', version: Version): MatrixRow[] {
  return matrixOf(kind, version).flatMap((row) => [row, ...(row.children ?? [])]);
}

/** Every mark of a page. */
export function marksOf(page: Page): Promise<string[]> {
  return page
    .locator(`[${MARK}]`)
    .evaluateAll(
      (all, [attribute, between]) =>
        all.flatMap((each) => each.getAttribute(attribute)?.split(between) ?? []),
      [MARK, BETWEEN] as const,
    );
}
