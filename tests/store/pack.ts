import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zip, type InlineConfig } from 'wxt';

export type Browser = 'chrome' | 'edge' | 'firefox';

export interface Packages {
  /** The zip files, by absolute path: each browser's, and the sources beside Firefox's. */
  readonly files: readonly string[];
  /** Every module whose code or styles are in a package, as the bundler names it. */
  readonly modules: ReadonlySet<string>;
}

/**
 * Builds and packs for the stores. The same tree gives the same bytes: names are sorted, times fixed.
 * @param folder where the zip files go; made if it is missing.
 */
export async function pack(browsers: readonly Browser[], folder: string): Promise<Packages> {
  const modules = new Set<string>();
  const files: string[] = [];
  const work = mkdtempSync(join(tmpdir(), 'keyferry-pack-'));
  mkdirSync(folder, { recursive: true });
  try {
    for (const browser of browsers) {
      for (const made of await zip(configFor(browser, work, modules))) {
        const file = join(folder, basename(made));
        renameSync(made, file);
        files.push(file);
      }
    }
  } finally {
    rmSync(work, { recursive: true });
  }
  return { files, modules };
}

function configFor(browser: Browser, outDir: string, modules: Set<string>): InlineConfig {
  return {
    browser,
    outDir,
    logger: quiet,
    hooks: {
      // The stores give an id of their own, and Chrome's refuses a first upload that brings one.
      'build:manifestGenerated': (_, manifest) => {
        delete manifest.key;
      },
    },
    vite: () => ({ plugins: [remembering(modules)] }),
  };
}

/** Changes nothing; notes what the bundler kept of which module. */
function remembering(modules: Set<string>) {
  return {
    name: 'remembering-modules',
    generateBundle(_: unknown, bundle: Record<string, Bundled>) {
      for (const { modules: parts = {} } of Object.values(bundle)) {
        for (const [id, part] of Object.entries(parts)) {
          if (part.renderedLength > 0 || /\.css(\?|$)/.test(id)) modules.add(id);
        }
      }
    },
  };
}

interface Bundled {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

const quiet = {
  debug: () => {},
  log: () => {},
  info: () => {},
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  success: () => {},
  level: 0,
};
