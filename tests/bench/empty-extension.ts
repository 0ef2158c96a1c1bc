import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundle.ts';

/** What an extension costs that does nothing: the physical floor beside which ours is measured. */
export interface EmptyExtension {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Writes an extension with an empty script on OpenAI's pages, a worker that answers at once or after a
 * bare strict put, and a popup of React alone with as many rows as told.
 */
export async function makeEmptyExtension(): Promise<EmptyExtension> {
  const path = await mkdtemp(join(tmpdir(), 'keyferry-empty-'));
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    permissions: ['storage'],
    host_permissions: ['https://platform.openai.com/*'],
    background: { service_worker: 'background.js', type: 'module' },
    action: { default_popup: 'popup.html' },
    content_scripts: [
      { matches: ['https://platform.openai.com/*'], js: ['content.js'], run_at: 'document_start' },
    ],
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'content.js': `${await bundled('in-page/empty-content.ts')};(${content.toString()})();`,
    'background.js': `(${background.toString()})();`,
    'popup.html': '<!doctype html><div id="root"></div><script src="popup.js"></script>',
    'app.html': '<!doctype html><title>Empty</title>',
    'popup.js': await bundled('in-page/bare-popup.tsx'),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Runs in pages: nothing, unless the page asks by its address for an observer that looks at everything. */
function content(): void {
  if (!location.search.includes('naive')) return;
  const { chrome } = globalThis as never as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  };
  let last = '';
  new MutationObserver(() => {
    for (const field of document.querySelectorAll('input')) {
      if (!/sk-[\w-]{20,}/.test(field.value) || field.value === last) continue;
      last = field.value;
      void chrome.runtime.sendMessage('seen');
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}

/** Runs in the worker. */
function background(): void {
  const { chrome } = globalThis as never as {
    chrome: {
      runtime: {
        onMessage: {
          addListener(
            listener: (
              message: unknown,
              sender: unknown,
              answer: (value: unknown) => void,
            ) => boolean,
          ): void;
        };
      };
    };
  };
  const opened = new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('bare', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
    request.addEventListener('success', () => resolve(request.result));
  });
  chrome.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message !== 'put') {
      if (message === 'seen') {
        Object.assign(globalThis, { seenAt: performance.timeOrigin + performance.now() });
      }
      answer(true);
      return false;
    }
    void opened.then((database) => {
      const tx = database.transaction('rows', 'readwrite', { durability: 'strict' });
      tx.objectStore('rows').put({ sealed: 'x'.repeat(300) }, crypto.randomUUID());
      tx.addEventListener('complete', () => answer(true));
    });
    return true;
  });
}
