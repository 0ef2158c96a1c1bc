import { make, textsOf } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';
import { GERMAN, JAPANESE } from './dictionary.ts';

/** The page as the browser's own translation leaves it: each text in two `<font>` elements, placeholders as they were. */
export const TRANSLATIONS: readonly Mutator[] = [
  { name: 'translated to German', excuses: true, apply: (scene) => translate(scene, 'de', GERMAN) },
  {
    name: 'translated to Japanese',
    excuses: true,
    apply: (scene) => translate(scene, 'ja', JAPANESE),
  },
];

function translate(scene: Scene, lang: string, words: Readonly<Record<string, string>>): boolean {
  const { document } = scene;
  document.documentElement.lang = lang;
  document.documentElement.classList.add('translated-ltr');
  for (const text of textsOf(document.body)) {
    const said = text.data.trim().replaceAll(/\s+/g, ' ');
    if (text.parentElement?.closest('code,pre')) continue;
    const style = 'vertical-align: inherit;';
    const inner = make(document, 'font', { style }, words[plain(said)] ?? said);
    text.replaceWith(make(document, 'font', { style }, inner));
  }
  return true;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
