import { idOf, labelOf, make } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';

/** A choice as it stands in the page: its control, and what it offers. */
interface Choice {
  /** The anchor of the control. */
  readonly id: string;
  readonly control: Element;
  readonly label: Element | undefined;
  readonly options: readonly Option[];
}

interface Option {
  readonly text: string;
  readonly isChosen: boolean;
  /** The anchor of the option, if it has one. */
  readonly id: string | undefined;
}

/** The control that a choice becomes, and which part of it each option is. */
interface Made {
  readonly control: Element;
  readonly parts: readonly (Element | undefined)[];
}

type Render = (scene: Scene, choice: Choice) => Made;

/** Another widget for the same choice: for the permissions, the owner, or every row of the matrix. */
export const CHOICES: readonly Mutator[] = [
  { name: 'choice as native radios', apply: (scene) => change(scene, FEW, nativeRadios) },
  { name: 'choice as radios by role', apply: (scene) => change(scene, FEW, roleRadios) },
  { name: 'choice as toggles', apply: (scene) => change(scene, FEW, toggles) },
  { name: 'choice as tabs', apply: (scene) => change(scene, ['permission', 'owner'], tabs) },
  { name: 'choice as native select', apply: (scene) => change(scene, ANY, nativeSelect) },
  { name: 'choice as combobox', apply: (scene) => change(scene, ANY, combobox) },
  { name: 'choice as combobox field', apply: (scene) => change(scene, LISTED, comboboxField) },
  { name: 'choice as menu button', apply: (scene) => change(scene, LISTED, menuButton) },
];

type Which = 'permission' | 'owner' | 'rows' | 'expiration' | 'project';
const FEW: readonly Which[] = ['permission', 'owner', 'rows'];
const LISTED: readonly Which[] = ['rows', 'expiration', 'project'];
const ANY: readonly Which[] = [...FEW, 'expiration', 'project'];

function change(scene: Scene, kinds: readonly Which[], render: Render): boolean {
  const able = kinds.filter((kind) => !scene.done.has(kind) && choicesOf(scene, kind).length > 0);
  if (able.length === 0) return false;
  const kind = scene.chance.pick(able);
  scene.done.add(kind);
  for (const choice of choicesOf(scene, kind)) {
    const { control, parts } = render(scene, choice);
    scene.replace(choice.control, control);
    choice.options.forEach(({ id }, at) => {
      if (!id) return;
      scene.mark(id, parts[at] ?? control);
      // A list that is closed and shows one of its choices doesn't say that it has the others.
      if (!parts[at]) scene.optional.add(id);
    });
  }
  return true;
}

const OPTIONS: Readonly<Record<'permission' | 'owner', readonly string[]>> = {
  permission: ['permission-all', 'permission-restricted', 'permission-read-only'],
  owner: ['owner-user', 'owner-service-account'],
};

function choicesOf(scene: Scene, kind: Which): Choice[] {
  if (kind === 'rows') return scene.rows().flatMap((id) => choiceOf(scene, id, []));
  if (kind === 'expiration' || kind === 'project') return choiceOf(scene, kind, []);
  return choiceOf(scene, `~${kind}`, OPTIONS[kind]);
}

function choiceOf(scene: Scene, id: string, anchors: readonly string[]): Choice[] {
  const control = scene.get(id);
  if (!control) return [];
  const label = scene.helper('label', id);
  const marked = anchors.flatMap((anchor) => {
    const element = scene.get(anchor);
    return element ? [{ text: labelOf(element), isChosen: isChosen(element), id: anchor }] : [];
  });
  if (marked.length > 0) return [{ id, control, label, options: marked }];
  const shown =
    control instanceof HTMLSelectElement ? control.selectedOptions[0]?.label : undefined;
  const radios = [...control.querySelectorAll('[role="radio"],input[type="radio"]')];
  const chosen =
    shown ?? (radios.find(isChosen) ? labelOf(radios.find(isChosen) as Element) : labelOf(control));
  const texts = scene.base.choices[id] ?? [];
  return [
    {
      id,
      control,
      label,
      options: texts.map((text) => ({ text, isChosen: text === chosen, id: undefined })),
    },
  ];
}

function isChosen(element: Element): boolean {
  return element instanceof HTMLInputElement
    ? element.checked
    : element.getAttribute('aria-checked') === 'true';
}

/** A name for the group, in one of the ways in which pages say it, or none but the text above. */
function name(scene: Scene, { label }: Choice, group: Element): void {
  const way = scene.chance.pick(['label', 'labelledby', 'none'] as const);
  if (!label || way === 'none') return;
  if (way === 'label') group.setAttribute('aria-label', labelOf(label));
  else group.setAttribute('aria-labelledby', idOf(label));
}

function nativeRadios(scene: Scene, choice: Choice): Made {
  const { document } = scene;
  const group = document.createElement('fieldset');
  const shared = `r${scene.chance.below(1e9)}`;
  const parts = choice.options.map(({ text, isChosen: checked }) => {
    const radio = make(document, 'input', { type: 'radio', name: shared });
    radio.toggleAttribute('checked', checked);
    if (scene.chance.likely(0.7)) group.append(make(document, 'label', {}, radio, ` ${text}`));
    else group.append(radio, make(document, 'label', { for: idOf(radio) }, text));
    return radio;
  });
  if (choice.label && scene.chance.likely(0.5) && !choice.id.startsWith('row:')) {
    const legend = make(document, 'legend', {}, ...choice.label.childNodes);
    group.prepend(legend);
    scene.replace(choice.label, legend);
    group.prepend(legend);
  } else {
    name(scene, choice, group);
  }
  return { control: group, parts };
}

function roleRadios(scene: Scene, choice: Choice): Made {
  const group = make(scene.document, 'div', { role: 'radiogroup', style: 'display: flex' });
  const parts = choice.options.map(({ text, isChosen: checked }) =>
    make(
      scene.document,
      'div',
      { role: 'radio', tabindex: '0', 'aria-checked': String(checked) },
      text,
    ),
  );
  group.append(...parts);
  name(scene, choice, group);
  return { control: group, parts };
}

function toggles(scene: Scene, choice: Choice): Made {
  const group = make(scene.document, 'div', { role: 'group' });
  const parts = choice.options.map(({ text, isChosen: pressed }) =>
    make(scene.document, 'button', { type: 'button', 'aria-pressed': String(pressed) }, text),
  );
  group.append(...parts);
  name(scene, choice, group);
  return { control: group, parts };
}

function tabs(scene: Scene, choice: Choice): Made {
  const group = make(scene.document, 'div', { role: 'tablist' });
  const parts = choice.options.map(({ text, isChosen: selected }) =>
    make(
      scene.document,
      'button',
      { type: 'button', role: 'tab', 'aria-selected': String(selected) },
      text,
    ),
  );
  group.append(...parts);
  name(scene, choice, group);
  return { control: group, parts };
}

function nativeSelect(scene: Scene, choice: Choice): Made {
  const select = document.createElement('select');
  const parts = choice.options.map(({ text, isChosen: selected }) => {
    const option = make(scene.document, 'option', {}, text);
    option.toggleAttribute('selected', selected);
    return option;
  });
  select.append(...parts);
  name(scene, choice, select);
  return { control: select, parts };
}

/** Its text is its value. */
function combobox(scene: Scene, choice: Choice): Made {
  const control = make(
    scene.document,
    'button',
    { type: 'button', role: 'combobox', 'aria-expanded': 'false', 'aria-haspopup': 'listbox' },
    make(scene.document, 'span', {}, shownOf(choice)),
  );
  name(scene, choice, control);
  return { control, parts: [] };
}

function comboboxField(scene: Scene, choice: Choice): Made {
  const control = make(scene.document, 'input', {
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    value: shownOf(choice),
  });
  name(scene, choice, control);
  return { control, parts: [] };
}

function menuButton(scene: Scene, choice: Choice): Made {
  const control = make(
    scene.document,
    'button',
    { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    shownOf(choice),
  );
  if (choice.label && scene.chance.likely(0.5)) {
    control.setAttribute('aria-labelledby', `${idOf(choice.label)} ${idOf(control)}`);
  }
  return { control, parts: [] };
}

const shownOf = ({ options }: Choice): string =>
  (options.find(({ isChosen: is }) => is) ?? options[0])?.text ?? '';
