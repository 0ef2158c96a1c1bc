import type { Page } from 'playwright';
import type { KitName } from '../standin/dashboard/kits/kit.ts';
import { USUAL_SCENE, type Scene } from '../standin/scene.ts';
import type { Standin } from '../standin/server.ts';
import { capture } from './capture.ts';
import type { BasePage } from './case.ts';
import { markKeysPage, marksOf, rowsOf } from './marking.ts';
import {
  create,
  edit,
  filled,
  nothing,
  restricted,
  reveal,
  revoke,
  unfolded,
  wizardForm,
  wizardKey,
  type Reach,
} from './reach.ts';

const DASHBOARD = 'https://platform.openai.com';
const ADDRESS = {
  admin: `${DASHBOARD}/settings/organization/admin-keys`,
  project: `${DASHBOARD}/api-keys`,
} as const;

/** What a base page is called, what the stand-in plays, and how the page is reached. */
interface Recipe {
  readonly name: string;
  readonly kind: keyof typeof ADDRESS;
  readonly scene?: Partial<Scene>;
  readonly kit?: KitName;
  readonly keys?: readonly string[];
  /** Goes on from the keys page. */
  readonly reach?: Reach;
  /** Another page to start from, which has no table of keys. */
  readonly path?: string;
  readonly keyVisible?: true;
  /** Anchors that need not be found, beside what an open dialog covers. */
  readonly optional?: RegExp;
}

const THREE = ['DoiT usage', 'CI', 'Playground'] as const;
const admin = { kind: 'admin', keys: THREE } as const;
const project = { kind: 'project', keys: THREE } as const;
const wizard = { kind: 'project', scene: { firstRun: true } } as const;
/** Icons without a name say to nobody's ears what they are. */
const icons = { ...project, optional: /^row-(edit|revoke)@/ } as const;

/** The pages made of what OpenAI's dashboard very probably is made of. */
const OPENAI: readonly Recipe[] = [
  { ...admin, name: 'admin keys' },
  { kind: 'admin', name: 'admin keys, none yet' },
  { ...admin, name: 'admin create', reach: create() },
  { kind: 'admin', name: 'admin create, restricted', reach: create(restricted) },
  { kind: 'admin', name: 'admin create, filled', reach: create(filled) },
  { kind: 'admin', name: 'admin reveal', keyVisible: true, reach: reveal },
  { ...project, name: 'project keys' },
  { kind: 'project', name: 'project keys, two alike', keys: ['CI', 'Other', 'CI'] },
  { ...project, name: 'project keys, not an owner', scene: { role: 'no-button' } },
  { ...project, name: 'project keys, aug-2026', scene: { version: 'aug-2026' } },
  { ...icons, name: 'project keys, may-2025', scene: { version: 'may-2025' } },
  { ...icons, name: 'project keys, feb-2024', scene: { version: 'feb-2024' } },
  { kind: 'project', name: 'project create', reach: create() },
  { ...project, name: 'project create, filled', reach: create(filled) },
  { kind: 'project', name: 'project create, restricted', reach: create(restricted) },
  { ...project, name: 'project create, unfolded', reach: create(unfolded) },
  {
    ...project,
    name: 'project create, aug-2026',
    scene: { version: 'aug-2026' },
    reach: create(restricted),
  },
  {
    ...project,
    name: 'project create, may-2025',
    scene: { version: 'may-2025' },
    reach: create(restricted),
  },
  { ...project, name: 'project create, feb-2024', scene: { version: 'feb-2024' }, reach: create() },
  { ...project, name: 'project reveal', keyVisible: true, reach: reveal },
  { ...project, name: 'project revoke', reach: revoke },
  // A dialog to edit may not be taken for one to create; which of its fields are found is left open.
  { ...project, name: 'project edit', reach: edit, optional: /./ },
  { ...wizard, name: 'wizard, organization', path: '/welcome?step=create', reach: nothing },
  {
    ...wizard,
    name: 'wizard, form',
    path: '/welcome?step=try',
    reach: wizardForm,
    optional: /project|cancel/,
  },
  {
    ...wizard,
    name: 'wizard, key',
    path: '/welcome?step=try',
    reach: wizardKey,
    keyVisible: true,
    optional: /done/,
  },
];

const OTHER_KITS = ['radix', 'native', 'headless-ui', 'react-aria', 'base-ui'] as const;

/** The dialogs made of other libraries. */
const OTHERS: readonly Recipe[] = OTHER_KITS.flatMap((kit): Recipe[] => [
  { ...project, kit, name: `${kit} project create`, reach: create() },
  { ...project, kit, name: `${kit} project create, restricted`, reach: create(restricted) },
  { ...admin, kit, name: `${kit} admin create, restricted`, reach: create(restricted) },
  { ...project, kit, name: `${kit} project reveal`, keyVisible: true, reach: reveal },
  { ...project, kit, name: `${kit} project revoke`, reach: revoke },
]);

/** Captures every base page from a stand-in that a browser page can reach. */
export async function captureBases(standin: Standin, page: Page): Promise<BasePage[]> {
  const bases: BasePage[] = [];
  for (const recipe of [...OPENAI, ...OTHERS]) {
    try {
      bases.push(await captureBase(standin, page, recipe));
    } catch (error) {
      throw new Error(`The page “${recipe.name}” could not be captured.`, { cause: error });
    }
  }
  return bases;
}

async function captureBase({ state }: Standin, page: Page, recipe: Recipe): Promise<BasePage> {
  const { name, kind, keys = [], path, reach } = recipe;
  state.reset();
  state.scene = { ...USUAL_SCENE, ...recipe.scene };
  if (recipe.kit) state.kit = recipe.kit;
  for (const each of keys) {
    const key = { kind, name: each, project: 'Default project' } as const;
    state.store.create({ ...key, permission: 'all', rows: {}, expiration: 'Never' });
  }
  await page.goto(path ? `${DASHBOARD}${path}` : ADDRESS[kind]);
  if (!path) await page.getByRole('table').waitFor();
  await reach?.(page);
  if (!path) await markKeysPage(page);
  const marks = await marksOf(page);
  const isCovered = (id: string) =>
    !path && reach !== undefined && /^(open-create|key-row:|row-(edit|revoke)@)/.test(id);
  return {
    name,
    url: page.url(),
    html: await capture(page),
    optional: marks.filter((id) => isCovered(id) || recipe.optional?.test(id)),
    keyVisible: recipe.keyVisible === true,
    choices: Object.fromEntries([
      ...rowsOf(kind, state.scene.version).map(
        ({ row, choices }) => [`row:${row}`, Object.keys(choices)] as const,
      ),
      ['expiration', ['Never', '7 days', '30 days', '60 days', '90 days', 'Custom']] as const,
      ['project', ['Default project', 'Sandbox']] as const,
    ]),
  };
}
