import { make } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';

const WAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'not displayed': { style: 'display: none' },
  'not visible': { style: 'visibility: hidden' },
  'see-through': { style: 'opacity: 0; position: absolute; pointer-events: none' },
  'off the page': { style: 'position: absolute; left: -9999px; top: 0' },
  'cut to nothing': {
    style: 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)',
  },
  'hidden from readers': { 'aria-hidden': 'true', style: 'pointer-events: none' },
};

/** The same controls a second time, where nobody can use them: for phones, for print, for fading. */
export const HIDDEN_COPIES: readonly Mutator[] = Object.entries(WAYS).map(([way, attributes]) => ({
  name: `a copy ${way}`,
  apply: (scene) => copy(scene, attributes),
}));

function copy(scene: Scene, attributes: Readonly<Record<string, string>>): boolean {
  const { chance, document } = scene;
  const ids = [
    'open-create',
    '~part:footer',
    '~field:name',
    '~field:~permission',
    '~part:matrix',
    '~part:dialog',
  ];
  const parts = ids.filter((id) => scene.get(id) && !scene.get(id)?.matches(':modal'));
  if (parts.length === 0) return false;
  const original = scene.get(chance.pick(parts));
  // A slot fills its first place only: a twin would take the words from what is seen.
  if (!original || original.querySelector('slot')) return false;
  const twin = original.cloneNode(true) as Element;
  twin.removeAttribute('id');
  for (const element of twin.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const radio of twin.querySelectorAll<HTMLInputElement>('[name]')) radio.name += '-twin';
  // A copy of a whole dialog would stand over everything.
  const holder = make(document, 'div', attributes, twin);
  // What is fixed in it stays in it.
  holder.style.transform = 'translate(0)';
  const isDialog = original === scene.dialog();
  if (isDialog) (twin as HTMLElement).style.position = 'static';
  if (isDialog) document.body.append(holder);
  else if (chance.likely(0.5)) original.before(holder);
  else original.after(holder);
  return true;
}
