import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { chosen, inTurns } from './in-turns.ts';
import { dress, LANGUAGES, openStudio, SIZES, speak, THEMES } from './studio.ts';
import type { View } from './view.ts';
import { VIEWS } from './views/all.ts';

const OUT = resolve(import.meta.dirname, '../../.cache/gallery');

/**
 * Takes a picture of every view in every theme and language, and writes one page with all of them.
 * @param words only views whose names hold one of these; `--language en` and `--theme dark` leave others out
 */
export async function paintAll(words: readonly string[]): Promise<void> {
  const only = (option: string) => words[words.indexOf(option) + 1];
  const given = (option: string) => (words.includes(option) ? only(option) : undefined);
  const languages = LANGUAGES.filter((each) => each === (given('--language') ?? each));
  const themes = THEMES.filter((each) => each === (given('--theme') ?? each));
  const options = ['--language', '--theme'];
  const names = words.filter(
    (word, at) => !options.includes(word) && !options.includes(words[at - 1] ?? ''),
  );
  const views = chosen(VIEWS, names);
  rmSync(OUT, { recursive: true, force: true });
  const studio = await openStudio(VIEWS);
  let done = 0;
  try {
    await inTurns(studio, views, async (page, view) => {
      await fit(page, view);
      for (const language of languages) {
        await speak(page, language);
        for (const theme of themes) {
          await dress(page, theme);
          const path = join(OUT, fileOf(view, theme, language));
          await page.screenshot({ path, fullPage: true });
        }
      }
      done += 1;
      process.stdout.write(`\r${done} of ${views.length} views`);
    });
  } finally {
    await studio.close();
  }
  mkdirSync(OUT, { recursive: true });
  const index = join(OUT, 'index.html');
  writeFileSync(index, indexPage(views, themes, languages));
  console.log(`\n${views.length * themes.length * languages.length} pictures: ${index}`);
}

/** Makes the window as wide as people have it, and no higher than what it shows. */
export async function fit(page: Page, { page: which }: View): Promise<void> {
  await page.setViewportSize({ width: SIZES[which].width, height: 120 });
}

const fileOf = ({ name }: View, theme: string, language: string) =>
  `${name.replace('/', '-')}.${theme}.${language}.png`;

const picture = (view: View, theme: string, language: string) =>
  `<figure data-theme="${theme}" data-language="${language}"><img loading="lazy" alt="" src="${fileOf(view, theme, language)}"><figcaption>${theme}, ${language}</figcaption></figure>`;

const choose = (of: string, values: readonly string[]) =>
  `<label>${of} <select data-of="${of}"><option value="">all</option>${values
    .map((value) => `<option>${value}</option>`)
    .join('')}</select></label>`;

function indexPage(
  views: readonly View[],
  themes: readonly string[],
  languages: readonly string[],
): string {
  const section = (view: View) =>
    `<section><h2 id="${view.name}">${view.name}</h2><div>${languages
      .flatMap((language) => themes.map((theme) => picture(view, theme, language)))
      .join('')}</div></section>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Keyferry: every view</title>
<style>body{font:14px/20px sans-serif;margin:16px;background:#eee;color:#111}section>div{display:flex;flex-wrap:wrap;gap:12px;align-items:start}
figure{margin:0}img{display:block;max-width:480px;border:1px solid #999}h1,h2{font-size:16px}header{position:sticky;top:0;background:#eee;padding:8px 0}</style>
<header><h1>${views.length} views</h1>${choose('theme', themes)} ${choose('language', languages)}</header>
${views.map(section).join('\n')}
<script>for (const select of document.querySelectorAll('select')) select.onchange = () => {
  const chosen = [...document.querySelectorAll('select')].filter((each) => each.value);
  for (const each of document.querySelectorAll('figure')) each.hidden = chosen.some(({ dataset, value }) => each.dataset[dataset.of] !== value);
};</script></html>`;
}
