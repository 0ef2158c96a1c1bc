import { KEY_HEALTHS } from '@/lib/domain/key-health';
import type { AppState, KeyView } from '@/lib/domain/views';
import { KINDS } from '../destinations/forms/all';

/** The groups of the palette, in their order; their words are `ui.palette.group.<name>`. */
export const GROUPS = ['go', 'do', 'keys', 'recipes', 'destinations'] as const;
/** One of {@link GROUPS}. */
export type Group = (typeof GROUPS)[number];

/** What a command does where it goes nowhere. */
export type Act =
  | { readonly name: 'lock' | 'check' | 'export' }
  | { readonly name: 'guide'; readonly recipeId: string };

/** One thing that the palette offers: a place to go to, or something to do. */
export interface Command {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  readonly detail?: string;
  /** Found by these too, without showing them. */
  readonly also?: string;
  /** The place in the app page that it goes to, after its act if it has one. */
  readonly hash?: string;
  readonly act?: Act;
}

/** How a string's key is turned into words. */
type Say = (key: string, words?: readonly string[]) => string;

const SECTIONS = ['keys', 'destinations', 'recipes', 'activity', 'settings'] as const;
const BLOCKS = [
  ['lock', 'ui.settings.lock.title'],
  ['passphrase', 'ui.passphrase.title'],
  ['passkeys', 'ui.passkeys.title'],
  ['checking', 'ui.check.title'],
  ['backup', 'ui.recovery.title'],
] as const;

/** Everything that the palette offers beside single keys, which are searched in the vault. */
export function commandsOf(state: AppState, say: Say): readonly Command[] {
  return [...places(say), ...actions(say), ...recipes(state, say), ...destinations(state, say)];
}

/** The command that shows a key. */
export function keyCommand(key: KeyView, say: Say): Command {
  const what = key.product ?? key.name ?? say(`ui.kind.${key.kind}`);
  const detail = [what, key.project, ...key.tags].filter(Boolean).join(' · ');
  const hash = `#keys/${encodeURIComponent(key.id)}`;
  return { id: `key:${key.id}`, group: 'keys', title: key.redacted, detail, hash };
}

function places(say: Say): readonly Command[] {
  const sections = SECTIONS.map((name) => go(name, say(`ui.nav.${name}`)));
  const blocks = BLOCKS.map(([name, title]) => ({
    ...go(`settings/${name}`, say(title)),
    detail: say('ui.nav.settings'),
  }));
  const filters = KEY_HEALTHS.map((health) =>
    go(`keys?health=${health}`, say('ui.palette.filtered', [say(`ui.keyFilter.is.${health}`)])),
  );
  return [...sections, ...blocks, ...filters];
}

function actions(say: Say): readonly Command[] {
  return [
    act('lock', say('ui.settings.lock.now')),
    act('check', say('ui.palette.checkAll'), '#keys'),
    act('export', say('ui.palette.exportAll')),
    ...KINDS.map((kind): Command => ({
      ...go(`destinations/new/${kind}`, say('ui.palette.newPlace', [say(`ui.placeKind.${kind}`)])),
      group: 'do',
    })),
    { ...go('recipes/new', say('ui.recipe.make')), group: 'do' },
    { ...go('recipes/import', say('ui.recipe.import')), group: 'do' },
    { ...go('recovery', say('ui.recovery.make')), group: 'do', also: say('ui.recovery.title') },
    { ...go('restore', say('ui.restore.title')), group: 'do' },
  ];
}

function act(name: 'lock' | 'check' | 'export', title: string, hash?: string): Command {
  return { id: name, group: 'do', title, act: { name }, ...(hash ? { hash } : {}) };
}

/** Each recipe twice, its guide first: that is what recipes are for. */
function recipes({ recipes: all, recentRecipeIds }: AppState, say: Say): readonly Command[] {
  const isRecent = ({ id }: { readonly id: string }) => recentRecipeIds.includes(id);
  const ordered = [...all.filter(isRecent), ...all.filter((each) => !isRecent(each))];
  return ordered.flatMap(({ id, keyKind, product, purpose }): Command[] => {
    const about = { group: 'recipes', detail: purpose, also: say(`ui.kind.${keyKind}`) } as const;
    const start: Act = { name: 'guide', recipeId: id };
    const hash = `#recipes/${encodeURIComponent(id)}`;
    return [
      { ...about, id: `guide:${id}`, title: say('ui.palette.guide', [product]), act: start },
      { ...about, id: `recipe:${id}`, title: say('ui.palette.recipe', [product]), hash },
    ];
  });
}

function destinations({ destinations: all }: AppState, say: Say): readonly Command[] {
  return all.map(({ id, label, adapter, home }) => ({
    id: `destination:${id}`,
    group: 'destinations',
    title: label,
    detail: adapter === 'portal' ? say('ui.palette.form') : say(`ui.placeKind.${adapter}`),
    // A form whose address nobody can change has no place of its own.
    hash:
      adapter === 'portal' && home === undefined
        ? '#destinations'
        : `#destinations/${encodeURIComponent(id)}`,
  }));
}

const go = (place: string, title: string): Command => ({
  id: place,
  group: 'go',
  title,
  hash: `#${place}`,
});
