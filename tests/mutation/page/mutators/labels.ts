import { labelOf, make, relabel, textsOf } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';
import { SYNONYMS } from './synonyms.ts';

/** Other words on the same things. */
export const LABELS: readonly Mutator[] = [
  { name: 'letter case', apply: (scene) => each(scene, 0.5, letterCase) },
  { name: 'punctuation', apply: (scene) => each(scene, 0.4, punctuation) },
  { name: 'plus before', apply: (scene) => prefix(scene, '+ ') },
  { name: 'icon before', apply: iconBefore },
  { name: 'optional or required', apply: remarks },
  { name: 'synonyms', apply: synonyms },
  { name: 'choices described', apply: describeChoices },
  { name: 'rows described', apply: describeRows },
  {
    name: 'spaces',
    apply: (scene) => each(scene, 0.5, (label) => `\n   ${label.replaceAll(' ', '\u00a0')}\n  `),
  },
];

/** What has words of its own: buttons, choices, labels, titles. */
function worded(scene: Scene): Element[] {
  const anchors = scene
    .anchors()
    .filter((id) =>
      /^(open-create|owner-|permission-|submit-|cancel-|reveal-(copy|done)|row-|revoke-confirm)/.test(
        id,
      ),
    );
  const marks = [...anchors, '~part:title', ...scene.ids('~label:')];
  const elements = marks.flatMap((id) => scene.get(id) ?? []);
  // The three permissions may have become one closed list, whose words are its value.
  return [...new Set(elements)].filter((each_) => labelOf(each_) !== '');
}

function each(
  scene: Scene,
  share: number,
  change: (label: string, scene: Scene) => string,
): boolean {
  const all = worded(scene);
  for (const element of scene.chance.some(all, share)) {
    relabel(element, change(labelOf(element), scene));
  }
  return all.length > 0;
}

function letterCase(label: string, { chance }: Scene): string {
  return chance.pick([
    () => label.toUpperCase(),
    () => label.toLowerCase(),
    () => label.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  ])();
}

function punctuation(label: string, { chance }: Scene): string {
  return chance.pick([
    `${label}:`,
    `${label}…`,
    `${label}.`,
    label.replaceAll(' ', '-'),
    `${label} ↗`,
  ]);
}

function prefix(scene: Scene, text: string): boolean {
  const opener = scene.get('open-create') ?? scene.get('submit-create');
  if (!opener || labelOf(opener).startsWith('+')) return false;
  relabel(opener, `${text}${labelOf(opener)}`);
  return true;
}

function iconBefore(scene: Scene): boolean {
  const all = worded(scene).filter((element) =>
    element.matches('button,a,[role="button"],label,h2'),
  );
  for (const element of scene.chance.some(all, 0.5)) {
    const icon = scene.chance.likely(0.5)
      ? make(scene.document, 'span', { 'aria-hidden': 'true' }, '🔑')
      : make(scene.document, 'img', { alt: '', width: '12', height: '12', src: 'data:,' });
    element.prepend(icon);
  }
  return all.length > 0;
}

/** "(optional)", an asterisk, as part of the label or beside it. */
function remarks(scene: Scene): boolean {
  const labels = ['name', 'project', 'expiration', '~permission'].flatMap(
    (id) => scene.helper('label', id) ?? [],
  );
  for (const label of scene.chance.some(labels, 0.6)) {
    const remark = scene.chance.pick([' *', ' (optional)', ' (required)', ' Optional', '*']);
    const [text, more] = textsOf(label);
    if (!text || more) continue;
    if (scene.chance.likely(0.5)) text.data = `${text.data.trimEnd()}${remark}`;
    else label.append(make(scene.document, 'span', {}, remark));
  }
  return labels.length > 0;
}

function synonyms(scene: Scene): boolean {
  let count = 0;
  for (const [id, words] of Object.entries(SYNONYMS)) {
    const marks = scene.ids(id).filter((mark) => mark === id || mark.startsWith(`${id}@`));
    const word = scene.chance.pick(words);
    for (const mark of marks) {
      const element = scene.get(mark);
      // A closed list shows its value, which says nothing of the others.
      if (!element || labelOf(element) === '' || scene.optional.has(mark)) continue;
      // "Create" alone says what is made only in a dialog that says it.
      if (word === 'Create' && !scene.dialog()) continue;
      relabel(element, scene.chance.pick([word, word, labelOf(element)]));
      count += 1;
    }
  }
  const title = scene.get('~part:title');
  for (const [id, words] of Object.entries(TITLES)) {
    if (title && scene.get(id)) relabel(title, scene.chance.pick(words));
  }
  return count > 0;
}

const TITLES: Readonly<Record<string, readonly string[]>> = {
  'create-dialog': [
    'Create new secret key',
    'New secret key',
    'Create API key',
    'Generate key',
    'New API key',
    'Add key',
  ],
  'reveal-dialog': [
    'Save your key',
    'Save your API key',
    'Copy your key',
    'Your new API key',
    'API key created',
  ],
  'revoke-dialog': [
    'Revoke secret key',
    'Revoke key',
    'Delete secret key',
    'Delete API key',
    'Revoke this key?',
  ],
};

const ABOUT: Readonly<Record<string, string>> = {
  'permission-all': 'Full access to every endpoint',
  'permission-restricted': 'Choose what this key may do',
  'permission-read-only': 'May read, but change nothing',
  'owner-user': 'Tied to your own user',
  'owner-service-account': 'A bot member of the project',
};

/** A sentence inside the choice itself, below its name. */
function describeChoices(scene: Scene): boolean {
  let count = 0;
  for (const [id, about] of Object.entries(ABOUT)) {
    const element = scene.get(id);
    if (!element || element.matches('option,select,[role="combobox"],[aria-haspopup]')) continue;
    const holder = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    holder?.append(make(scene.document, 'span', { style: 'display: block' }, about));
    count += 1;
  }
  return count > 0;
}

function describeRows(scene: Scene): boolean {
  const labels = scene.rows().flatMap((row) => scene.helper('label', row) ?? []);
  for (const label of labels) {
    label.after(make(scene.document, 'p', {}, 'Lets this key use what belongs to it.'));
    if (scene.chance.likely(0.3)) label.after(make(scene.document, 'span', {}, ' Beta'));
  }
  return labels.length > 0;
}
