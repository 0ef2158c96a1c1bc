import type { Bidi } from './bidi.ts';

interface Extension {
  readonly backgroundState: string;
  terminateBackground(options: object): Promise<void>;
}

interface Asked {
  readonly id: string;
  readonly permissions: {
    readonly permissions: readonly string[];
    readonly origins: readonly string[];
  };
}

interface Observer {
  observe(subject: { wrappedJSObject: Asked }): void;
}

/** The part of Firefox's privileged globals that is used here. */
interface Privileged {
  readonly WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } };
  readonly Services: {
    readonly obs: Record<'addObserver' | 'removeObserver', (from: Observer, topic: string) => void>;
  };
}

interface PopupPanel {
  readonly state: string;
  hidePopup(): void;
}

/** Firefox's own window, where its popups and prompts live; the functions run with the browser's own rights. */
export class FirefoxWindow {
  readonly #bidi: Bidi;
  readonly #geckoId: string;

  constructor(bidi: Bidi, geckoId: string) {
    this.#bidi = bidi;
    this.#geckoId = geckoId;
  }

  /** Ends the event page as an idle timeout would; true once it has stopped. */
  stopBackground(): Promise<boolean> {
    return this.#run(async (id: string) => {
      const { extension } = (globalThis as unknown as Privileged).WebExtensionPolicy.getByID(id);
      if (extension.backgroundState === 'running')
        await extension.terminateBackground({ ignoreDevToolsAttached: true });
      return extension.backgroundState === 'stopped';
    }, this.#geckoId);
  }

  /** Closes the extension's popup; false when there is none. */
  closePopup(): Promise<boolean> {
    return this.#run(() => {
      const open = [...document.querySelectorAll('browser.webextension-popup-browser')]
        .map((popup) => popup.closest('panel') as unknown as PopupPanel | null)
        .filter((panel) => panel?.state === 'open');
      for (const panel of open) panel?.hidePopup();
      return open.length > 0;
    }, undefined);
  }

  /** Answers the next permission prompt that asks for exactly this. */
  answerNext(asked: Asked['permissions'], allow: boolean): Promise<void> {
    const wanted = JSON.stringify([asked.permissions, asked.origins]);
    return this.#run(pressAnswer, { id: this.#geckoId, wanted, allow });
  }

  async #run<T, A>(fn: (arg: A) => T | Promise<T>, arg: A): Promise<T> {
    const tree = await this.#bidi.send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      { 'moz:scope': 'chrome', maxDepth: 0 },
    );
    return this.#bidi.evaluate(tree.contexts[0]?.context ?? '', fn, arg);
  }
}

function pressAnswer({ id, wanted, allow }: { id: string; wanted: string; allow: boolean }): void {
  const { obs } = (globalThis as unknown as Privileged).Services;
  const topic = 'webextension-optional-permission-prompt';
  const observer: Observer = {
    observe: ({ wrappedJSObject: asked }) => {
      const { permissions, origins } = asked.permissions;
      if (asked.id !== id || JSON.stringify([permissions, origins]) !== wanted) return;
      obs.removeObserver(observer, topic);
      let tries = 100;
      const timer = setInterval(() => {
        const prompt = document.querySelector(
          '#addon-webext-permissions-notification:not([hidden])',
        );
        const { button: yes, secondaryButton: no } = (prompt ?? {}) as Record<
          'button' | 'secondaryButton',
          HTMLElement | undefined
        >;
        const button = allow ? yes : no;
        button?.click();
        tries -= 1;
        if (button || tries === 0) clearInterval(timer);
      }, 50);
    },
  };
  obs.addObserver(observer, topic);
}
