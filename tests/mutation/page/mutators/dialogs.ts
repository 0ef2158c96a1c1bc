import { asTag, idOf, make, wrap } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';

/** Other ways in which a dialog comes. */
export const DIALOGS: readonly Mutator[] = [
  { name: 'dialog native', apply: nativeDialog },
  { name: 'dialog by role', apply: roleDialog },
  { name: 'dialog as drawer', apply: drawer },
  { name: 'dialog in a shadow', apply: inShadow },
  { name: 'dialog in a backdrop', apply: inBackdrop },
  { name: 'dialog without its title tied', apply: untitled },
  { name: 'page behind not hidden', apply: pageBehind },
];

function become(scene: Scene, tag: string, attributes: Readonly<Record<string, string>>): boolean {
  const dialog = scene.dialog();
  if (!dialog || scene.done.has('dialog')) return false;
  scene.done.add('dialog');
  const next = asTag(dialog, tag, ['role', 'aria-modal', 'data-was-modal', 'open', 'tabindex']);
  for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, value);
  scene.replace(dialog, next);
  return true;
}

function nativeDialog(scene: Scene): boolean {
  if (!become(scene, 'dialog', {})) return false;
  const dialog = scene.dialog() as HTMLDialogElement;
  if (scene.chance.likely(0.5)) dialog.showModal();
  else dialog.open = true;
  return true;
}

function roleDialog(scene: Scene): boolean {
  const title = scene.get('~part:title');
  const role = scene.get('revoke-dialog') && scene.chance.likely(0.7) ? 'alertdialog' : 'dialog';
  return become(scene, scene.chance.pick(['div', 'section', 'form']), {
    role,
    'aria-modal': 'true',
    ...(title ? { 'aria-labelledby': idOf(title) } : {}),
  });
}

/** A panel at the side with a heading: no dialog to assistive technology. */
function drawer(scene: Scene): boolean {
  const style =
    'position: fixed; inset: 0 0 0 auto; width: 480px; overflow: auto; background: #fff; transform: none; max-height: none';
  const isDrawer = become(scene, scene.chance.pick(['section', 'div', 'aside', 'form']), { style });
  scene.dialog()?.removeAttribute('aria-labelledby');
  return isDrawer;
}

/** The dialog, and whatever is in it, in the open shadow root of a custom element. */
function inShadow(scene: Scene): boolean {
  const dialog = scene.dialog();
  if (!dialog || dialog.matches(':modal')) return false;
  const host = make(scene.document, scene.chance.pick(['ui-dialog', 'app-layer']));
  dialog.replaceWith(host);
  const root = host.attachShadow({ mode: 'open', serializable: true });
  for (const style of scene.document.querySelectorAll('style')) root.append(style.cloneNode(true));
  root.append(dialog);
  return true;
}

function inBackdrop(scene: Scene): boolean {
  const dialog = scene.dialog();
  if (!dialog || dialog.matches(':modal')) return false;
  wrap(
    dialog,
    make(scene.document, 'div', {
      role: scene.chance.pick(['presentation', 'none']),
      style: 'position: fixed; inset: 0; background: rgb(0 0 0 / 30%)',
    }),
  );
  return true;
}

function untitled(scene: Scene): boolean {
  const dialog = scene.dialog();
  if (!dialog?.hasAttribute('aria-labelledby')) return false;
  dialog.removeAttribute('aria-labelledby');
  return true;
}

/** Some libraries hide what is behind, some make it inert, some do neither. */
function pageBehind(scene: Scene): boolean {
  const behind = [...scene.document.querySelectorAll('body > [aria-hidden]')];
  if (!scene.dialog() || behind.length === 0) return false;
  const isInert = scene.chance.likely(0.3);
  for (const element of behind) {
    element.removeAttribute('aria-hidden');
    element.removeAttribute('data-aria-hidden');
    element.toggleAttribute('inert', isInert);
  }
  return true;
}
