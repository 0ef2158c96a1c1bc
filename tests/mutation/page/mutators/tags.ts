import { asTag, idOf, labelOf, make, textsOf } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';

const BUTTONS =
  /^(open-create|submit-create|cancel-create|reveal-copy|reveal-done|revoke-confirm|row-edit|row-revoke)/;

/** Other tags for the same thing: a widget by role, a styled link, another native control. */
export const TAGS: readonly Mutator[] = [
  { name: 'buttons as div', apply: (scene) => buttons(scene, 'div', { tabindex: '0' }) },
  { name: 'buttons as span', apply: (scene) => buttons(scene, 'span', { tabindex: '0' }) },
  { name: 'buttons as link', apply: (scene) => buttons(scene, 'a', { href: '#' }) },
  { name: 'buttons as input', apply: inputButtons },
  { name: 'buttons as component', apply: componentButtons },
  { name: 'headings by role', apply: headings },
  { name: 'other heading levels', apply: headingLevels },
  { name: 'text field as textarea', apply: textArea },
  { name: 'text field by role', apply: textBox },
];

function buttonsOf(scene: Scene): Element[] {
  const all = scene.anchors().filter((id) => BUTTONS.test(id));
  const found = all.flatMap((id) => scene.get(id) ?? []);
  return scene.chance.some(
    found.filter((button) => button.localName === 'button'),
    0.6,
  );
}

function buttons(scene: Scene, tag: string, more: Readonly<Record<string, string>>): boolean {
  const all = buttonsOf(scene);
  for (const button of all) {
    const next = asTag(button, tag, ['type', 'disabled']);
    next.setAttribute('role', 'button');
    if (button.matches(':disabled')) next.setAttribute('aria-disabled', 'true');
    for (const [name, value] of Object.entries(more)) next.setAttribute(name, value);
    scene.replace(button, next);
  }
  return all.length > 0;
}

/** Only where the button is text and nothing else. */
function inputButtons(scene: Scene): boolean {
  const all = buttonsOf(scene).filter((button) => labelOf(button) !== '');
  for (const button of all) {
    const value = textsOf(button)
      .map(({ data }) => data.trim())
      .join(' ');
    const next = asTag(button, 'input', ['type']);
    next.replaceChildren();
    next.setAttribute('type', 'button');
    next.setAttribute('value', value);
    scene.replace(button, next);
  }
  return all.length > 0;
}

/** A web component: the button in its shadow, its words slotted. */
function componentButtons(scene: Scene): boolean {
  const all = buttonsOf(scene).filter((button) => labelOf(button) !== '');
  for (const button of all) {
    const host = make(scene.document, 'ui-button', {}, ...button.childNodes);
    const root = host.attachShadow({ mode: 'open', serializable: true });
    const inner = make(scene.document, 'button', { type: 'button' }, make(scene.document, 'slot'));
    root.append(inner);
    scene.replace(button, host);
    for (const id of scene.of(host)) scene.mark(id, inner);
  }
  return all.length > 0;
}

function headings(scene: Scene): boolean {
  const all = [...scene.document.querySelectorAll('h1,h2,h3')];
  for (const heading of all) {
    const next = asTag(heading, 'div');
    next.setAttribute('role', 'heading');
    next.setAttribute('aria-level', heading.localName.slice(1));
    scene.replace(heading, next);
  }
  return all.length > 0;
}

function headingLevels(scene: Scene): boolean {
  const title = scene.get('~part:title');
  if (!title || !/^h\d$/.test(title.localName)) return false;
  scene.replace(title, asTag(title, scene.chance.pick(['h1', 'h3', 'h4', 'h5'])));
  return true;
}

function textArea(scene: Scene): boolean {
  const input = nameField(scene);
  if (!input) return false;
  const next = asTag(input, 'textarea', ['type', 'value']);
  next.setAttribute('rows', '1');
  next.textContent = input.value;
  scene.replace(input, next);
  return true;
}

/** Named by its label: without a native field there is nothing else that could tie the two. */
function textBox(scene: Scene): boolean {
  const input = nameField(scene);
  const label = scene.helper('label', 'name');
  if (!input || !label) return false;
  const next = make(scene.document, 'div', {
    role: 'textbox',
    contenteditable: 'true',
    'aria-labelledby': idOf(label),
    'aria-placeholder': input.placeholder,
    class: input.className,
    style: 'min-height: 1.5em',
  });
  next.textContent = input.value;
  scene.replace(input, next);
  return true;
}

function nameField(scene: Scene): HTMLInputElement | undefined {
  const input = scene.get('name');
  return input instanceof HTMLInputElement ? input : undefined;
}
