import type { BasePage, Material, Outcome } from '../case.ts';
import { Chance } from './chance.ts';
import { misnamed } from './misnamed.ts';
import { MUTATORS, TRANSLATIONS } from './mutators/index.ts';
import { Scene, type Mutator } from './scene.ts';
import { judge } from './verdict.ts';
import type { Explanation } from '@/lib/dashboard/explain';

/** The mutations run in the page, beside the locator: only there is layout, and only so are elements followed. */

const FEWEST = 3;
const MORE = 5;
/** One page in so many is translated, on top of the rest. */
const TRANSLATED = 12;
/** The names on one page in so many are compared with a library's, which takes longer than all the rest. */
const NAMED = 5;

let material: Material = { pages: [], exampleKey: '' };

function mutateAndLocate(seed: number, withHtml: boolean): Outcome {
  const chance = new Chance(seed);
  const base = chance.pick(material.pages);
  open(base);
  const scene = new Scene(document, base, chance, material.exampleKey);
  const applied = mutate(scene);
  if (applied.some(({ excuses }) => excuses)) {
    for (const anchor of scene.anchors()) scene.optional.add(anchor);
  }
  const html = withHtml ? textOf(document) : undefined;
  const { keyferryExplain } = globalThis as never as { keyferryExplain(url: string): Explanation };
  return {
    seed,
    base: base.name,
    mutators: applied.map(({ name }) => name),
    judged: judge(scene, keyferryExplain(base.url)),
    misnamed: seed % NAMED === 0 ? misnamed(document) : [],
    ...(html === undefined ? {} : { html }),
  };
}

/** Each base page by its name, parsed: a copy is made faster. */
const parsed = new Map<string, Element>();

/** Shows a page in place of the one that is there. */
function open({ name, html }: BasePage): void {
  const page =
    parsed.get(name) ?? new DOMParser().parseFromString(html, 'text/html').documentElement;
  parsed.set(name, page);
  document.replaceChild(document.importNode(page, true), document.documentElement);
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[data-was-modal]')) {
    dialog.open = false;
    dialog.showModal();
  }
}

/** Picks mutators at random and applies them theme by theme, until enough found something to change. */
function mutate(scene: Scene): Mutator[] {
  const { chance } = scene;
  const wanted = FEWEST + chance.below(MORE + 1);
  const all = MUTATORS.flat();
  const picked = new Set(chance.shuffle(all).slice(0, wanted));
  const applied = all.filter((mutator) => picked.has(mutator) && mutator.apply(scene));
  // Those that found nothing are made up for by ones that any page takes.
  for (const mutator of chance.shuffle(MUTATORS.slice(-3).flat())) {
    if (applied.length >= FEWEST) break;
    if (!picked.has(mutator) && mutator.apply(scene)) applied.push(mutator);
  }
  if (chance.below(TRANSLATED) === 0) {
    const translation = chance.pick(TRANSLATIONS);
    if (translation.apply(scene)) applied.push(translation);
  }
  return applied;
}

function textOf({ documentElement }: Document): string {
  const copy = documentElement.getHTML({ serializableShadowRoots: true });
  const attributes = [...documentElement.attributes].map(
    ({ name, value }) => ` ${name}="${value}"`,
  );
  return `<!doctype html>\n<html${attributes.join('')}>${copy}</html>\n`;
}

Object.assign(globalThis, {
  keyferryMutants: {
    take: (given: Material) => {
      material = given;
    },
    run: (seeds: readonly number[], withHtml = false) =>
      seeds.map((seed) => mutateAndLocate(seed, withHtml)),
  },
});
