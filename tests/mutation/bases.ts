import type { Locator, Page } from 'playwright';
import type { Standin } from '../standin/server.ts';
import { USUAL_SCENE, type Scene } from '../standin/scene.ts';
import type { FakeKeyKind } from '../standin/scopes.ts';
import { capture, mark } from './capture.ts';
import type { BasePage } from './case.ts';
import { markDialog, markForm, markKeysPage, markMatrix, rowsOf } from './marking.ts';

const DASHBOARD = 'https://platform.openai.com';
const ADDRESS = {
  admin: `${DASHBOARD}/settings/organization/admin-keys`,
  project: `${DASHBOARD}/api-keys`,
} as const;
type Kind = keyof typeof ADDRESS;

/** What a base page is called, what the stand-in plays, and how the page is reached and marked. */
interface Recipe {
  readonly name: string;
  readonly kind: Kind;
  readonly scene?: Partial<Scene>;
  readonly keys?: readonly string[];
  /** Goes on from the keys page; an anchor of that page need not be found behind what this opens. */
  readonly open?: (page: Page) => Promise<void>;
  readonly keyVisible?: true;
}

const exact = { exact: true } as const;
const press = (holder: Page | Locator, name: string | RegExp) =>
  holder.getByRole('button', { name, ...exact }).click();

const openCreate = async (page: Page) => {
  await press(page, /^(\+ )?Create new (secret|Admin) key$/);
  await page.getByRole('dialog').waitFor();
};

function create(fill: (dialog: Locator) => Promise<void> = async () => {}) {
  return async (page: Page) => {
    await openCreate(page);
    const dialog = page.getByRole('dialog');
    await fill(dialog);
    await markDialog(page, 'create-dialog');
    await markForm(dialog);
    if ((await dialog.locator('.matrix-row').count()) > 0) await markMatrix(dialog);
    await mark(
      'submit-create',
      dialog.getByRole('button', { name: /^Create (secret|admin) key$/ }),
    );
    await mark('cancel-create', dialog.getByRole('button', { name: 'Cancel', ...exact }));
  };
}

const restricted = async (dialog: Locator) => {
  await dialog.getByRole('radio', { name: 'Restricted' }).click();
  await dialog.locator('.matrix-row').first().waitFor();
};

const unfolded = async (dialog: Locator) => {
  await restricted(dialog);
  await press(dialog, 'Model capabilities');
  await dialog.getByText('Embeddings', exact).waitFor();
};

const filled = async (dialog: Locator) => {
  await dialog.getByPlaceholder(/^My (Test|Admin) Key$/).fill('DoiT');
  await dialog.getByRole('radio', { name: 'Read only', ...exact }).click();
};

const reveal = async (page: Page) => {
  await openCreate(page);
  await press(page.getByRole('dialog'), /^Create (secret|admin) key$/);
  await page.getByRole('dialog', { name: 'Save your key' }).waitFor();
  const dialog = await markDialog(page, 'reveal-dialog');
  await mark('reveal-key', dialog.getByRole('textbox'));
  await mark('reveal-copy', dialog.getByRole('button', { name: 'Copy', ...exact }));
  await mark('reveal-done', dialog.getByRole('button', { name: 'Done', ...exact }));
};

const revoke = async (page: Page) => {
  await page.locator('.actions').locator('button').nth(1).click();
  await page.getByRole('dialog').waitFor();
  const dialog = await markDialog(page, 'revoke-dialog');
  await mark('revoke-confirm', dialog.getByRole('button', { name: 'Revoke key', ...exact }));
};

const edit = async (page: Page) => {
  await page.locator('.actions').locator('button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await markDialog(page);
  await markForm(dialog);
};

const THREE = ['DoiT usage', 'CI', 'Playground'] as const;

/** The pages that are captured. */
const RECIPES: readonly Recipe[] = [
  { name: 'admin keys', kind: 'admin', keys: THREE },
  { name: 'admin keys, none yet', kind: 'admin' },
  { name: 'admin create', kind: 'admin', open: create() },
  { name: 'admin create, restricted', kind: 'admin', open: create(restricted) },
  { name: 'admin create, filled', kind: 'admin', open: create(filled) },
  { name: 'admin reveal', kind: 'admin', keyVisible: true, open: reveal },
  { name: 'project keys', kind: 'project', keys: THREE },
  { name: 'project keys, two alike', kind: 'project', keys: ['CI', 'Other', 'CI'] },
  {
    name: 'project keys, not an owner',
    kind: 'project',
    keys: THREE,
    scene: { role: 'no-button' },
  },
  { name: 'project keys, aug-2026', kind: 'project', keys: THREE, scene: { version: 'aug-2026' } },
  { name: 'project keys, may-2025', kind: 'project', keys: THREE, scene: { version: 'may-2025' } },
  { name: 'project keys, feb-2024', kind: 'project', keys: THREE, scene: { version: 'feb-2024' } },
  { name: 'project create', kind: 'project', open: create() },
  { name: 'project create, filled', kind: 'project', keys: THREE, open: create(filled) },
  { name: 'project create, restricted', kind: 'project', open: create(restricted) },
  {
    name: 'project create, unfolded',
    kind: 'project',
    keys: THREE,
    open: create(unfolded),
  },
  {
    name: 'project create, aug-2026',
    kind: 'project',
    scene: { version: 'aug-2026' },
    open: create(restricted),
  },
  {
    name: 'project create, feb-2024',
    kind: 'project',
    scene: { version: 'feb-2024' },
    open: create(),
  },
  { name: 'project reveal', kind: 'project', keys: THREE, keyVisible: true, open: reveal },
  { name: 'project revoke', kind: 'project', keys: THREE, open: revoke },
  { name: 'project edit', kind: 'project', keys: THREE, open: edit },
];

/** Captures every base page from a stand-in that a browser page can reach. */
export async function captureBases(standin: Standin, page: Page): Promise<BasePage[]> {
  const bases: BasePage[] = [];
  for (const recipe of RECIPES) bases.push(await captureBase(standin, page, recipe));
  return bases;
}

async function captureBase(standin: Standin, page: Page, recipe: Recipe): Promise<BasePage> {
  const { name, kind, scene, keys = [], open } = recipe;
  standin.state.reset();
  standin.state.scene = { ...USUAL_SCENE, ...scene };
  for (const each of keys) addKey(standin, kind, each);
  await page.goto(ADDRESS[kind]);
  await page.getByRole('table').waitFor();
  await open?.(page);
  await markKeysPage(page);
  const optional = (await marksOf(page)).filter((id) => isOptional(id, recipe));
  const html = await capture(page);
  const choices = Object.fromEntries([
    ...rowsOf(kind, standin.state.scene.version).map((row) => [
      `row:${row.row}`,
      Object.keys(row.choices),
    ]),
    ['expiration', ['Never', '7 days', '30 days', '60 days', '90 days', 'Custom']],
    ['project', ['Default project', 'Sandbox']],
  ]) as Record<string, string[]>;
  return { name, url: page.url(), html, optional, keyVisible: recipe.keyVisible === true, choices };
}

/** What an open dialog covers need not be found; nor icons without a name; nor may a dialog to edit be taken for one to create. */
function isOptional(id: string, { open, scene }: Recipe): boolean {
  const isOnPage = /^(open-create|key-row:|row-(edit|revoke)@)/.test(id);
  if (!isOnPage) return open === edit;
  const hasIcons = /^(may-2025|feb-2024)$/.test(scene?.version ?? '');
  return open !== undefined || (hasIcons && /^row-(edit|revoke)@/.test(id));
}

function addKey({ state }: Standin, kind: FakeKeyKind, name: string): void {
  const key = {
    kind,
    name,
    project: 'Default project',
    permission: 'all',
    rows: {},
    expiration: 'Never',
  } as const;
  state.store.create(key);
}

function marksOf(page: Page): Promise<string[]> {
  return page
    .locator('[data-marks]')
    .evaluateAll((all) => all.flatMap((each) => each.getAttribute('data-marks')?.split('|') ?? []));
}
