import { idOf, labelOf, make, textsOf } from '../dom.ts';
import { asTag } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';

const FIELDS = ['name', 'project', 'expiration'] as const;

/** How a label and its control belong together: by reference, by name, by place, or hardly. */
export const TIES: readonly Mutator[] = [
  { name: 'label for', apply: (scene) => tie(scene, labelFor) },
  { name: 'label around', apply: (scene) => tie(scene, labelAround) },
  { name: 'named by aria-label', apply: (scene) => tie(scene, ariaLabel) },
  { name: 'named by aria-labelledby', apply: (scene) => tie(scene, ariaLabelledBy) },
  { name: 'name tied to nothing', apply: untie },
  { name: 'placeholder only', apply: placeholderOnly },
];

type Tie = (label: Element, control: Element, scene: Scene) => void;

function tie(scene: Scene, way: Tie): boolean {
  const able = [...FIELDS, ...scene.rows()].filter(
    (id) => scene.get(id) && scene.helper('label', id),
  );
  for (const id of scene.chance.some(able, 0.6)) {
    const [label, control] = [scene.helper('label', id), scene.get(id)];
    if (label && control) way(label, control, scene);
  }
  return able.length > 0;
}

function labelFor(label: Element, control: Element, scene: Scene): void {
  if (!control.matches('input,select,textarea,button') || label.matches('button,label,legend'))
    return;
  const next = asTag(label, 'label');
  next.setAttribute('for', idOf(control));
  scene.replace(label, next);
}

/** Only a field: a list's own words would become part of its name. */
function labelAround(label: Element, control: Element, { document }: Scene): void {
  if (!control.matches('input,textarea') || control.parentElement?.closest('label')) return;
  if (label.matches('button,label,legend')) return;
  const holder = make(document, 'label');
  control.replaceWith(holder);
  holder.append(label, control);
}

function ariaLabel(label: Element, control: Element): void {
  control.removeAttribute('aria-labelledby');
  control.setAttribute('aria-label', labelOf(label));
}

function ariaLabelledBy(label: Element, control: Element, { chance }: Scene): void {
  const withValue = control.matches('[aria-haspopup]') && chance.likely(0.5);
  control.setAttribute(
    'aria-labelledby',
    withValue ? `${idOf(label)} ${idOf(control)}` : idOf(label),
  );
}

/** Only what a person sees says what is what. */
function untie(scene: Scene): boolean {
  const ids = [...FIELDS, ...scene.rows(), '~owner', '~permission'];
  const controls = ids.flatMap((id) => scene.get(id) ?? []);
  for (const control of controls) {
    control.removeAttribute('aria-label');
    control.removeAttribute('aria-labelledby');
  }
  for (const label of scene.document.querySelectorAll('label[for]')) {
    const isOfAField = ids.some((id) => scene.helper('label', id) === label);
    if (isOfAField) label.removeAttribute('for');
  }
  return controls.length > 0;
}

function placeholderOnly(scene: Scene): boolean {
  const [label, control] = [scene.helper('label', 'name'), scene.get('name')];
  if (!label || !(control instanceof HTMLInputElement) || textsOf(label).length === 0) return false;
  if (control.labels?.length) return false;
  label.remove();
  control.removeAttribute('aria-labelledby');
  control.placeholder = scene.chance.pick(['My Test Key', 'Key name', 'API key name', 'Name']);
  return true;
}
