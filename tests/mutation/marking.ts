import type { Locator, Page } from 'playwright';
import type { Version } from '../standin/scene.ts';
import { matrixOf, type MatrixRow } from '../standin/scopes.ts';
import { mark } from './capture.ts';
import { helper, oneOf } from './marks.ts';

/** What the stand-in's pages truly consist of, by exact role and name, and by its own class names. */

const exact = { exact: true } as const;

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
  const names = await page.locator('tbody td:first-child').allTextContents();
  for (const [at, row] of (await page.locator('tbody tr').all()).entries()) {
    const name = (await row.locator('td').first().textContent()) ?? '';
    // Two keys of one name can't be told apart: neither is *the* row of that name.
    if (names.filter((each) => each === name).length === 1) await mark(`key-row:${name}`, row);
    const [edit, revoke] = await row.locator('.actions').locator('button').all();
    if (edit) await mark(oneOf('row-edit', String(at)), edit);
    if (revoke) await mark(oneOf('row-revoke', String(at)), revoke);
  }
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

/** The field of this visible label, its label and its control. */
async function markField(dialog: Locator, anchor: string, label: RegExp, control: Locator) {
  const field = dialog
    .locator('.field')
    .filter({ has: dialog.page().locator('.label', { hasText: label }) });
  await mark(helper('field', anchor), field);
  await mark(helper('label', anchor), field.locator('.label'));
  await mark(anchor, field.locator(control));
}

/** The fields of the create dialog, and of the edit dialog. */
export async function markForm(dialog: Locator): Promise<void> {
  const page = dialog.page();
  const list = page.locator('select,[aria-haspopup],[role="combobox"]').first();
  const has = async (label: string) =>
    (await dialog.locator('.label').getByText(label, exact).count()) > 0;
  await markField(dialog, 'name', /^Name/, page.locator('input'));
  if (await has('Project')) await markField(dialog, 'project', /^Project$/, list);
  if (await has('Expiration')) await markField(dialog, 'expiration', /^Expiration$/, list);
  if (await has('Owned by')) {
    const radios = page.getByRole('radiogroup').or(page.locator('fieldset')).first();
    await markField(dialog, '~owner', /^Owned by$/, radios);
    await mark('owner-user', dialog.getByRole('radio', { name: 'You', ...exact }));
    await mark('owner-service-account', dialog.getByRole('radio', { name: 'Service account' }));
  }
  if (await has('Permissions')) await markPermissions(dialog);
}

async function markPermissions(dialog: Locator): Promise<void> {
  const radios = dialog
    .page()
    .getByRole('radiogroup')
    .or(dialog.page().locator('fieldset'))
    .first();
  await markField(dialog, '~permission', /^Permissions$/, radios);
  for (const [id, name] of [
    ['all', 'All'],
    ['restricted', 'Restricted'],
    ['read-only', /^Read only$/i],
  ] as const) {
    await mark(`permission-${id}`, dialog.getByRole('radio', { name, ...exact }));
  }
}

/** The rows of the matrix that are in sight. */
export async function markMatrix(dialog: Locator): Promise<void> {
  for (const item of await dialog.locator('.matrix-row').all()) {
    const label = item.locator('> :first-child > :first-child');
    const anchor = `row:${await label.innerText()}`;
    await mark(helper('item', anchor), item);
    await mark(helper('label', anchor), label);
    await mark(helper('about', anchor), item.locator('.muted').first());
    await mark(anchor, item.locator('> :last-child'));
  }
  await mark(helper('part', 'matrix'), dialog.locator('.matrix-row').first().locator('..'));
}

/** Each row and what it offers, in the stand-in's words. */
export function rowsOf(kind: 'admin' | 'project', version: Version): MatrixRow[] {
  return matrixOf(kind, version).flatMap((row) => [row, ...(row.children ?? [])]);
}
