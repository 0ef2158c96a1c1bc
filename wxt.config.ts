import { resolve } from 'node:path';
import { mergeConfig, type Plugin, type UserConfig } from 'vite';
import { defineConfig } from 'wxt';

// Fixes the extension's id, so that a copy loaded from another folder still finds its vault.
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxkW6Y4jgWr1iUsi1KpD8YdecPA0c6kTfxY6srfiwSYVuPbTE97w1tn/d9OKWyQvonoziZQcmAPqLx424K8hJ9F8v9OCVicRWM2xabIp5/boQ/sTdkko4bSkP9sGsJ3YxAHffe8Y8Q+x3k8LrHmphpbdn/mYUDEFbeWIByp45WJgtD13npwOW5sB/dZ1tp44f6qz135ZXK7IfMmSWXGjZAXA9xZ59uR04f8+nNiN3I9vu5fqmnyVCzL2hogKs01GtAAOn4xA+pGuWj5MuCXTy2M7/7hNDF/c2ykxRYBYQr+DS37bLarvVAuAR+e283E49apiYCQAU2aqJwsyUT7qS/QIDAQAB';

/**
 * Scripts in pages live by their own rules: what WXT wraps around them is left out, such as its context,
 * which a page can end by an event.
 */
const unwrapped: Plugin = {
  name: 'unwrapped',
  enforce: 'pre',
  load(id) {
    if (/@wxt-dev\/browser\//.test(id)) {
      return 'export const browser = import.meta.env.FIREFOX ? globalThis.browser : chrome;';
    }
    const [, script] = /^\0virtual:wxt-content-script-\S+-entrypoint\?(.+)/.exec(id) ?? [];
    return script && `import script from ${JSON.stringify(script)};\nscript.main();`;
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: [
    '@wxt-dev/module-react',
    '@wxt-dev/webextension-polyfill',
    '@wxt-dev/i18n/module',
    '@wxt-dev/auto-icons',
  ],
  hooks: {
    // Scripts in pages are counted in bytes, and the worker starts again and again. They use the
    // browser's own API, which answers with promises everywhere that we support.
    'vite:build:extendConfig': (entrypoints, config) => {
      const isAll = (...types: string[]) => entrypoints.every(({ type }) => types.includes(type));
      const merge = (more: UserConfig) => Object.assign(config, mergeConfig(config, more));
      if (isAll('content-script', 'background')) {
        merge({ resolve: { alias: { 'wxt/browser': '@wxt-dev/browser' } } });
      }
      if (!isAll('content-script')) return;
      merge({ plugins: [unwrapped] });
      // One minifier after the other: terser folds functions into where they are used, Vite's own writes shorter.
      if (config.mode !== 'production') return;
      merge({
        build: {
          minify: 'terser',
          terserOptions: { ecma: 2020, safari10: false, compress: { passes: 2, hoist_funs: true } },
          rolldownOptions: { output: { minify: true } },
        },
      });
    },
  },
  i18n: { localesDir: resolve('components/locales') },
  autoIcons: { baseIconPath: resolve('components/icon.svg') },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    action: { default_title: '__MSG_extension_name__' },
    permissions: [
      'storage', // the unlocked vault key and running guides, in memory only
      'unlimitedStorage', // the vault is not evicted when the disk is tight
      'alarms', // locks the vault and resumes deliveries after the worker slept
      'scripting', // shows the callout on pages that the person was led to
      ...(browser === 'firefox' ? [] : ['idle']), // locks the vault with the computer; Firefox does not say when
    ],
    // A person can choose other keys where the browser lists its extensions.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      lock: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_extension_lock__',
      },
    },
    host_permissions: [
      'https://platform.openai.com/*', // where keys are made and shown
      'https://api.openai.com/*', // where a key is proved
    ],
    optional_permissions: [
      // Asked for when the person switches it on: to tell of a key that broke.
      'notifications',
      // Asked for together, when a key is copied for the first time: to clear it from the clipboard
      // again, and only if it is still there.
      'clipboardRead',
      'clipboardWrite',
      // Asked for when the person signs in to a Vault: to show the provider's page in a window that
      // hands us where it led. Firefox knows it only as a permission that is always there.
      ...(browser === 'firefox' ? [] : ['identity']),
      ...(browser === 'firefox' ? [] : ['offscreen']), // Firefox's background has a document already
    ],
    // A private window promises to leave nothing behind, and a vault that forgets would lose a key
    // that is shown once. Both can't be had, so Keyferry stays out.
    incognito: 'not_allowed',
    // Asked for one address at a time, when a destination is set up or first used.
    // Loopback without TLS is for a Vault or a receiver on this machine.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: {
      // 'wasm-unsafe-eval' is for Argon2id, which has no WebCrypto form.
      extension_pages: [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        'connect-src https: http://localhost:* http://127.0.0.1:*',
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
      ].join('; '),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'keyferry@keyferry.dev',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { key: PUBLIC_KEY, minimum_chrome_version: '133' }),
  }),
  zip: {
    // An allow-list: the default packs whatever lies in the folder.
    includeSources: [
      'entrypoints/**',
      'components/**',
      'lib/**',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
      'README.md',
      'LICENSE',
    ],
    // Chromium's hidden document is no part of the build that these are the sources of.
    excludeSources: ['entrypoints/offscreen/**', '**/*.log'],
  },
});
