import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { chosen, inTurns } from './in-turns.ts';
import { apart, thisMachine, type Machine } from './machine.ts';
import { fit } from './paint.ts';
import { pngOf } from './palette.ts';
import { differenceOf, indexed } from './pixels.ts';
import { dress, openStudio, settle, type Theme } from './studio.ts';
import type { View } from './view.ts';
import { VIEWS } from './views/all.ts';

const REFERENCES = resolve(import.meta.dirname, 'references');
const LIST = join(REFERENCES, 'made-with.json');
const DIFFERENCES = resolve(import.meta.dirname, '../../.cache/visual');

/** The share of a picture's pixels that may differ. */
const TOLERANCE = 0.0005;

/** So many times more a picture is taken until two in a row are the same. */
const SHOTS = 5;

/** What is kept beside the references. */
interface Made {
  readonly machine: Machine;
  /** Hashes of the screenshots as the browser gave them: what is the same to the byte needs no look. */
  readonly hashes: Readonly<Record<string, string>>;
}

/**
 * Compares every view with its reference, some of them dark and in forced colours too. The last line that it writes is
 * the count.
 * @param words only views whose names hold one of these; `--update` makes the references anew
 * @returns false when something differs
 */
export async function compareAll(words: readonly string[]): Promise<boolean> {
  const updates = words.includes('--update');
  const names = words.filter((word) => word !== '--update');
  const views = chosen(VIEWS, names);
  const made = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, 'utf8')) as Made) : undefined;
  const studio = await openStudio(VIEWS);
  try {
    const machine = await thisMachine(studio);
    const why = made && apart(made.machine, machine);
    if (updates) {
      const isWhole = names.length === 0 || why !== undefined;
      const kept = isWhole ? {} : made?.hashes;
      if (isWhole) rmSync(REFERENCES, { recursive: true, force: true });
      const hashes = { ...kept };
      await update(studio, isWhole ? VIEWS : views, hashes);
      const sorted = Object.fromEntries(
        Object.entries(hashes).toSorted(([a], [b]) => a.localeCompare(b)),
      );
      writeFileSync(LIST, `${JSON.stringify({ machine, hashes: sorted }, undefined, 2)}\n`);
      console.log(`\n${Object.keys(hashes).length} references in ${REFERENCES}`);
      return true;
    }
    if (!made || why !== undefined) {
      console.log(`not comparable: ${why ?? 'there are no references'}`);
      console.log('not run: visual');
      console.log('0 passed, 0 failed');
      return true;
    }
    return await compare(studio, views, made);
  } finally {
    await studio.close();
  }
}

type Studio = Parameters<typeof inTurns>[0];

async function update(
  studio: Studio,
  views: readonly View[],
  hashes: Record<string, string>,
): Promise<void> {
  mkdirSync(REFERENCES, { recursive: true });
  const press = await studio.newPage();
  await inTurns(studio, views, async (page, view) => {
    for await (const [theme, picture] of picturesOf(studio, page, view)) {
      const file = join(REFERENCES, `${nameOf(view, theme)}.png`);
      writeFileSync(file, pngOf(await indexed(press, picture.toString('base64'))));
      hashes[nameOf(view, theme)] = hashOf(picture);
    }
    process.stdout.write('.');
  });
}

async function compare(studio: Studio, views: readonly View[], made: Made): Promise<boolean> {
  rmSync(DIFFERENCES, { recursive: true, force: true });
  mkdirSync(DIFFERENCES, { recursive: true });
  const judge = await studio.newPage();
  const wrong: string[] = [];
  let passed = 0;
  try {
    await inTurns(studio, views, async (page, view) => {
      for await (const [theme, picture] of picturesOf(studio, page, view)) {
        const name = nameOf(view, theme);
        const why = await differs(judge, name, picture, made);
        if (why === undefined) passed += 1;
        else wrong.push(`${name}: ${why}`);
      }
    });
  } catch (error) {
    wrong.push(String(error));
  }
  if (views.length === VIEWS.length) {
    const known = VIEWS.flatMap((view) => themesOf(view).map((theme) => nameOf(view, theme)));
    const gone = Object.keys(made.hashes).filter((name) => !known.includes(name));
    wrong.push(...gone.map((name) => `${name}: there is no such view any more`));
  }
  for (const each of wrong) console.log(`differs: ${each}`);
  if (wrong.length > 0) console.log('If that is how it should be: npm run visual -- --update');
  console.log(`${passed} passed, ${wrong.length} failed`);
  return wrong.length === 0;
}

/** In what a picture differs from its reference; nothing when it does not. */
async function differs(
  judge: Page,
  name: string,
  picture: Buffer,
  made: Made,
): Promise<string | undefined> {
  if (made.hashes[name] === hashOf(picture)) return undefined;
  const reference = join(REFERENCES, `${name}.png`);
  if (!existsSync(reference)) return 'it has no reference';
  const [before, after] = [readFileSync(reference, 'base64'), picture.toString('base64')];
  const { pixels, of, picture: shown } = await differenceOf(judge, before, after);
  if (pixels <= of * TOLERANCE) return undefined;
  const file = join(DIFFERENCES, `${name}.png`);
  if (shown !== undefined) writeFileSync(file, shown, 'base64');
  return `${pixels} of ${of} pixels, see ${file}`;
}

/**
 * A view, shown in light, in each of its themes. Chromium leaves traces of the old colours when those of a
 * shown page change, so that it is shown anew in each.
 */
async function* picturesOf(
  studio: Studio,
  page: Page,
  view: View,
): AsyncGenerator<[Theme, Buffer]> {
  for (const theme of themesOf(view)) {
    if (theme !== 'light') {
      await dress(page, theme);
      await studio.show(page, view);
    }
    await fit(page, view);
    yield [theme, await drawn(page)];
  }
  await dress(page, 'light');
}

/** A picture of what is drawn: on a busy machine the first can be half of it. */
async function drawn(page: Page): Promise<Buffer> {
  await settle(page);
  let picture = await page.screenshot({ fullPage: true });
  for (let shot = 0; shot < SHOTS; shot += 1) {
    const next = await page.screenshot({ fullPage: true });
    if (next.equals(picture)) return next;
    picture = next;
  }
  return picture;
}

/** The app page is large, and dark in the same way everywhere: some of its views stand for all. */
function themesOf({ forced, page }: View): readonly Theme[] {
  if (forced) return ['light', 'dark', 'forced'];
  return page === 'popup' ? ['light', 'dark'] : ['light'];
}

const nameOf = ({ name }: View, theme: Theme) => `${name.replace('/', '-')}.${theme}`;

const hashOf = (picture: Buffer) => createHash('sha256').update(picture).digest('hex').slice(0, 16);
