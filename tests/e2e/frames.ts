import type { ChromiumDriver } from './harness/chromium-driver.ts';

interface Frame {
  readonly frameId: number;
  readonly result: unknown;
}

interface Scripting {
  readonly tabs: { query(query: { url: string }): Promise<{ id: number }[]> };
  readonly scripting: { executeScript(injection: object): Promise<Frame[]> };
}

/** Sends a message from our own world in every frame of a tab. @returns the answers by frame; 0 is the top one. */
export function askInEveryFrame(
  driver: ChromiumDriver,
  url: string,
  message: object,
): Promise<Record<string, unknown>> {
  return driver.evaluateInWorker(
    async ({ at, what }) => {
      const { tabs, scripting } = (globalThis as never as { chrome: Scripting }).chrome;
      const [tab] = await tabs.query({ url: `${at}*` });
      const frames = await scripting.executeScript({
        target: { tabId: tab?.id, allFrames: true },
        args: [what],
        func: (each: object) => {
          const { chrome } = globalThis as never as {
            chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
          };
          return chrome.runtime.sendMessage(each);
        },
      });
      return Object.fromEntries(frames.map(({ frameId, result }) => [frameId, result]));
    },
    { at: url, what: message },
  );
}
