import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'playwright';
import type { ChromiumDriver } from './harness/chromium-driver.ts';
import { until } from './harness/until.ts';

/** Loads a second extension, made on the spot, that may read and change every site. @returns its worker. */
export async function loadOtherExtension(driver: ChromiumDriver): Promise<Worker> {
  const path = await mkdtemp(join(tmpdir(), 'other-extension-'));
  driver.context.once('close', () => void rm(path, { recursive: true, force: true }));
  const manifest = {
    manifest_version: 3,
    name: 'Other',
    version: '1',
    permissions: ['scripting', 'tabs'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js' },
  };
  await writeFile(join(path, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(path, 'background.js'), 'self.isOther = true;');
  for (const [name, deed] of Object.entries(DEEDS)) {
    await writeFile(join(path, `${name}.js`), `({ ${deed.toString()} }).${name}()`);
  }
  const session = await driver.context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.loadUnpacked', { path });
  return until('see the other extension', async () => {
    for (const each of driver.context.serviceWorkers()) {
      if (await each.evaluate(() => 'isOther' in self)) return each;
    }
    return undefined;
  });
}

/**
 * Has a second extension send messages to the first.
 * @returns what it was answered, or the browser's refusal.
 */
export async function sendFromOtherExtension(
  driver: ChromiumDriver,
  to: string,
  messages: readonly unknown[],
): Promise<string[]> {
  const worker = await loadOtherExtension(driver);
  return worker.evaluate(
    async ([id, all]) => {
      const { chrome } = globalThis as never as {
        chrome: { runtime: { sendMessage(id: string, message: unknown): Promise<unknown> } };
      };
      const answers: string[] = [];
      for (const message of all) {
        answers.push(
          await chrome.runtime
            .sendMessage(id, message)
            .then(JSON.stringify, (error: unknown) => String(error)),
        );
      }
      return answers;
    },
    [to, messages] as const,
  );
}

/** What a second extension does in a page, by name. */
export type Deed = keyof typeof DEEDS;

/** Has a second extension do something in its own script in a tab. @returns what it came to, or the browser's refusal. */
export function doFromOtherExtension(worker: Worker, url: string, deed: Deed): Promise<unknown> {
  return worker.evaluate(
    async ([address, source]) => {
      interface Chrome {
        tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
        scripting: { executeScript(of: object): Promise<{ result: unknown }[]> };
      }
      const { chrome } = globalThis as never as { chrome: Chrome };
      const tab = (await chrome.tabs.query({})).findLast((each) => each.url?.startsWith(address));
      const found = await chrome.scripting
        .executeScript({ target: { tabId: tab?.id }, files: [source] })
        .catch((error: unknown) => [{ result: String(error) }]);
      return found[0]?.result;
    },
    [url, `${deed}.js`] as const,
  );
}

interface Spied {
  readonly seen: Set<string>;
}
interface Dom {
  readonly chrome: {
    readonly dom: { openOrClosedShadowRoot(of: Element): ShadowRoot | null };
  };
}

const DEEDS = {
  /** Keeps everything that is ever in our tree: markup, texts, values of fields, attributes. */
  watch(): boolean {
    const { chrome } = globalThis as never as Dom;
    const seen = new Set<string>();
    const known = new WeakSet<Node>();
    Reflect.set(globalThis, 'spied', { seen } satisfies Spied);
    const read = () => {
      for (const host of document.querySelectorAll('keyferry-callout,keyferry-notice')) {
        const root = chrome.dom.openOrClosedShadowRoot(host);
        if (!root) continue;
        seen.add(host.outerHTML);
        seen.add(root.innerHTML);
        for (const field of root.querySelectorAll<HTMLInputElement>('input,textarea')) {
          seen.add(`field ${field.value}`);
        }
        if (!known.has(root)) observer.observe(root, EVERYTHING);
        known.add(root);
      }
    };
    const EVERYTHING = { childList: true, subtree: true, attributes: true, characterData: true };
    const observer = new MutationObserver(read);
    observer.observe(document, EVERYTHING);
    read();
    return true;
  },

  /** Everything that was seen. */
  tell(): string {
    const { seen } = Reflect.get(globalThis, 'spied') as Spied;
    return [...seen].join('\n');
  },

  /** Presses every button of ours in every way that a script has. Gives their names. */
  press(): string[] {
    const { chrome } = globalThis as never as Dom;
    const names: string[] = [];
    for (const host of document.querySelectorAll('keyferry-callout')) {
      const root = chrome.dom.openOrClosedShadowRoot(host);
      for (const button of root?.querySelectorAll('button') ?? []) {
        names.push(button.textContent.trim());
        const { left, top, width, height } = button.getBoundingClientRect();
        const at = { clientX: left + width / 2, clientY: top + height / 2 };
        const how = { bubbles: true, composed: true, cancelable: true, detail: 1, ...at };
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
          button.dispatchEvent(new Kind(type, how));
        }
        button.focus();
        // Not Escape: with it, as with Close, a script can shut OpenAI's own dialog.
        for (const key of ['Enter', ' ']) {
          for (const type of ['keydown', 'keypress', 'keyup']) {
            button.dispatchEvent(new KeyboardEvent(type, { ...how, key }));
          }
        }
        button.click();
      }
    }
    return names;
  },
};
