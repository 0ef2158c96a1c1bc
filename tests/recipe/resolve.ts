import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Lets Node run the product's own files as they are: `@/` is the root, and `.ts` may be left out, as
 * the bundler has it. Imported for its effect, before anything of `lib/` is.
 */
const ROOT = new URL('../../', import.meta.url);

const isOurs = (url: string | undefined): url is string =>
  url !== undefined && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    const url = specifier.startsWith('@/')
      ? new URL(specifier.slice(2), ROOT)
      : /^\.{1,2}\//.test(specifier) && isOurs(context.parentURL)
        ? new URL(specifier, context.parentURL)
        : undefined;
    if (!url) return next(specifier, context);
    const file = `${fileURLToPath(url)}.ts`;
    return next(existsSync(file) ? pathToFileURL(file).href : url.href, context);
  },
});
