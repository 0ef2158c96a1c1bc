import type { Locator, Page } from 'playwright';
import { mark } from './capture.ts';
import { helper } from './marks.ts';
import { markDialog, markForm, markMatrix } from './marking.ts';

/** How a page is reached from the keys page or from the wizard's start, and marked on arrival. */
export type Reach = (page: Page) => Promise<void>;

const exact = { exact: true } as const;
const press = (holder: Page | Locator, name: string | RegExp) =>
  holder.getByRole('button', { name, ...exact }).click();
const submitOf = (dialog: Locator) =>
  dialog.getByRole('button', { name: /^Create (secret|admin) key$/ });

async function openCreate(page: Page): Promise<Locator> {
  await press(page, /^(\+ )?Create new (secret|Admin) key$/);
  return opened(page);
}

/** The open dialog. In some libraries it takes no room itself. */
async function opened(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading').first().waitFor();
  return dialog;
}

/** The create dialog, after something was chosen in it. */
export function create(fill: (dialog: Locator) => Promise<void> = async () => {}): Reach {
  return async (page) => {
    const dialog = await openCreate(page);
    await fill(dialog);
    await markDialog(page, 'create-dialog');
    await markForm(dialog);
    if ((await dialog.locator('.matrix-row').count()) > 0) await markMatrix(dialog);
    await mark('submit-create', submitOf(dialog));
    await mark('cancel-create', dialog.getByRole('button', { name: 'Cancel', ...exact }));
  };
}

export async function restricted(dialog: Locator): Promise<void> {
  await dialog.getByText('Restricted', exact).click();
  await dialog.locator('.matrix-row').first().waitFor();
}

/** The children of the row that has some are in sight. */
export async function unfolded(dialog: Locator): Promise<void> {
  await restricted(dialog);
  await press(dialog, 'Model capabilities');
  await dialog.getByText('Embeddings', exact).waitFor();
}

export async function filled(dialog: Locator): Promise<void> {
  await dialog.getByPlaceholder(/^My (Test|Admin) Key$/).fill('DoiT');
  await dialog.getByRole('radio', { name: 'Read only', ...exact }).click();
}

export const reveal: Reach = async (page) => {
  await submitOf(await openCreate(page)).click();
  await page.getByRole('heading', { name: 'Save your key' }).waitFor();
  const dialog = await markDialog(page, 'reveal-dialog');
  // A field, or plain text.
  await mark('reveal-key', dialog.locator('input,code').first());
  await mark('reveal-copy', dialog.getByRole('button', { name: 'Copy', ...exact }));
  await mark('reveal-done', dialog.getByRole('button', { name: 'Done', ...exact }));
};

export const revoke: Reach = async (page) => {
  await page.locator('.actions').locator('button').nth(1).click();
  await opened(page);
  const dialog = await markDialog(page, 'revoke-dialog');
  await mark('revoke-confirm', dialog.getByRole('button', { name: 'Revoke key', ...exact }));
};

export const edit: Reach = async (page) => {
  await page.locator('.actions').locator('button').first().click();
  await opened(page);
  await markForm(await markDialog(page));
};

/** The wizard's page that makes the first key. */
export const wizardForm: Reach = async (page) => {
  const name = page.getByPlaceholder('My test key');
  await name.waitFor();
  await mark('name', name);
  await mark('project', page.getByPlaceholder('My first project'));
  await mark('submit-create', page.getByRole('button', { name: 'Generate API Key', ...exact }));
  await mark('cancel-create', page.getByRole('button', { name: "I'll do this later", ...exact }));
  await mark(helper('part', 'footer'), page.locator('.footer'));
};

/** The same page when the key is on it, and again in a sample. */
export const wizardKey: Reach = async (page) => {
  await press(page, 'Generate API Key');
  const copy = page.getByRole('button', { name: 'Copy', ...exact });
  await copy.waitFor();
  await mark('reveal-key', page.getByRole('textbox'));
  await mark('reveal-copy', copy);
  await mark('reveal-done', page.getByRole('button', { name: 'Continue', ...exact }));
};

/** A page on which nothing is to be found. */
export const nothing: Reach = (page) => page.getByRole('heading').first().waitFor();
