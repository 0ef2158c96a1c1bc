import { make, reorder, wrap } from '../dom.ts';
import { helper } from '../../marks.ts';
import type { Mutator, Scene } from '../scene.ts';

/** The same things elsewhere, or deeper. */
export const ORDER: readonly Mutator[] = [
  { name: 'wrapped', apply: wrapped },
  {
    name: 'rows of the matrix reordered',
    apply: (scene) =>
      shuffle(
        scene,
        scene.rows().map((row) => helper('item', row)),
      ),
  },
  { name: 'fields reordered', apply: fields },
  { name: 'footer turned round', apply: footer },
  { name: 'columns reordered', apply: columns },
  { name: 'keys reordered', apply: keys },
  { name: 'table by role', apply: table },
];

/** One to four elements more around some of the page's parts. */
function wrapped(scene: Scene): boolean {
  const { chance, document } = scene;
  const parts = scene.ids().filter((id) => !/^(key-row:|~part:table|~part:main)/.test(id));
  for (const id of chance.some(parts, 0.4)) {
    const element = scene.get(id);
    if (
      !element ||
      element.matches('option,legend,tr,td,[role="row"],[role="cell"]:not(div div div)')
    )
      continue;
    // A label belongs right beside its radio.
    for (let deep = 1 + chance.below(4); deep > 0; deep -= 1) {
      const isInline = getComputedStyle(element).display.startsWith('inline');
      wrap(element, make(document, isInline ? 'span' : 'div'));
    }
  }
  return parts.length > 0;
}

function shuffle(scene: Scene, ids: readonly string[]): boolean {
  const all = ids.flatMap((id) => scene.get(id) ?? []);
  const siblings = all.filter((each) => each.parentNode === all[0]?.parentNode);
  if (siblings.length < 2) return false;
  reorder(siblings, scene.chance.shuffle(siblings));
  return true;
}

function fields(scene: Scene): boolean {
  return shuffle(scene, scene.ids('~field:'));
}

function footer(scene: Scene): boolean {
  const children = [...(scene.get('~part:footer')?.children ?? [])];
  if (children.length < 2) return false;
  reorder(children, children.toReversed());
  return true;
}

function columns(scene: Scene): boolean {
  const rows = [...(scene.get('~part:table')?.querySelectorAll('tr') ?? [])];
  const count = rows[0]?.children.length ?? 0;
  // Without names of its own a first column that isn't the name would be taken for it.
  if (count < 2 || rows.some((row) => row.children.length !== count)) return false;
  const order = scene.chance.shuffle([...(rows[0]?.children ?? [])].map((_cell, at) => at));
  for (const row of rows) {
    const cells = [...row.children];
    row.replaceChildren(...order.flatMap((at) => cells[at] ?? []));
  }
  return true;
}

function keys(scene: Scene): boolean {
  const rows = [...(scene.get('~part:table')?.querySelectorAll('tbody tr') ?? [])];
  if (rows.length < 2) return false;
  reorder(rows, scene.chance.shuffle(rows));
  return true;
}

const ROLES: Readonly<Record<string, string>> = {
  TABLE: 'table',
  THEAD: 'rowgroup',
  TBODY: 'rowgroup',
  TR: 'row',
  TH: 'columnheader',
  TD: 'cell',
};
const DISPLAY: Readonly<Record<string, string>> = {
  table: 'table',
  rowgroup: 'table-row-group',
  row: 'table-row',
  columnheader: 'table-cell',
  cell: 'table-cell',
};

/** The table as divs with roles. */
function table(scene: Scene): boolean {
  const whole = scene.get('~part:table');
  if (!(whole instanceof HTMLTableElement)) return false;
  for (const element of [...whole.querySelectorAll('*'), whole]) {
    const role = ROLES[element.tagName];
    if (!role) continue;
    const next = make(scene.document, 'div', {
      role,
      class: element.className,
      style: `display: ${DISPLAY[role]}`,
    });
    next.append(...element.childNodes);
    scene.replace(element, next);
  }
  return true;
}
