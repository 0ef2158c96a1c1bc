import type { Cdp } from './cdp.ts';
import type { KeyName } from './driver.ts';
import type { Control, Reach } from './hands.ts';
import { aimAt, readText, type Spot } from './in-page.ts';
import { KEYS } from './keys.ts';
import { PageClosed } from './until.ts';

const WORLD = 'keyferry-test';
const HOST = 'document.querySelector("keyferry-callout")';

interface AxNode {
  readonly ignored: boolean;
  readonly name?: { readonly value?: string };
  readonly backendDOMNodeId?: number;
}

/** Finds controls in the browser's accessibility tree, and presses with its mouse. */
export class ChromiumReach implements Reach {
  readonly #cdp: Cdp;
  readonly #scope: 'page' | 'callout';

  constructor(cdp: Cdp, scope: 'page' | 'callout') {
    this.#cdp = cdp;
    this.#scope = scope;
  }

  async controls(role: string): Promise<Control[]> {
    const world = await this.#world();
    const inCallout = await this.#query(world, HOST, role);
    if (this.#scope === 'callout') return this.#asControls(inCallout);
    // The page's tree holds the callout's nodes too, closed root or not.
    const own = new Set(inCallout.map((node) => node.backendDOMNodeId));
    const all = await this.#query(world, 'document', role);
    return this.#asControls(all.filter((node) => !own.has(node.backendDOMNodeId)));
  }

  async text(): Promise<string> {
    const world = await this.#world();
    if (this.#scope === 'page') {
      const body = await this.#evaluate(world, 'document.body');
      return body ? this.#call(readText, body) : '';
    }
    const objectId = await this.#evaluate(world, HOST);
    if (!objectId) return '';
    const { node } = await this.#cdp.send<{
      node: { shadowRoots?: { backendNodeId: number }[] };
    }>('DOM.describeNode', { objectId, depth: 0, pierce: true });
    const root = node.shadowRoots?.[0];
    return root ? this.#call(readText, await this.#resolve(world, root.backendNodeId)) : '';
  }

  async click(x: number, y: number): Promise<void> {
    const mouse = (type: string, more: object = {}) =>
      this.#cdp.send('Input.dispatchMouseEvent', { type, x, y, ...more });
    await mouse('mouseMoved');
    await mouse('mousePressed', { button: 'left', clickCount: 1 });
    await unlessClosed(mouse('mouseReleased', { button: 'left', clickCount: 1 }));
  }

  async typeText(text: string): Promise<void> {
    for (const character of text) await this.#stroke({ key: character }, character);
  }

  async typeKey(name: KeyName): Promise<void> {
    const { code, text } = KEYS[name];
    const key = name === 'Space' ? ' ' : name;
    await this.#stroke({ key, code: name, windowsVirtualKeyCode: code }, text);
  }

  async #stroke(key: object, text?: string): Promise<void> {
    const down = text === undefined ? { type: 'rawKeyDown' } : { type: 'keyDown', text };
    await this.#cdp.send('Input.dispatchKeyEvent', { ...down, ...key });
    await unlessClosed(this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }));
  }

  /** A world of the test's own, so that the page can't change what the test's functions see. */
  async #world(): Promise<number> {
    const { frameTree } = await this.#cdp.send<{ frameTree: { frame: { id: string } } }>(
      'Page.getFrameTree',
    );
    const made = await this.#cdp.send<{ executionContextId: number }>('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: WORLD,
    });
    return made.executionContextId;
  }

  async #query(world: number, root: string, role: string): Promise<AxNode[]> {
    const objectId = await this.#evaluate(world, root);
    if (!objectId) return [];
    const { nodes } = await this.#cdp.send<{ nodes: AxNode[] }>('Accessibility.queryAXTree', {
      objectId,
      role,
    });
    return nodes.filter((node) => !node.ignored);
  }

  #asControls(nodes: AxNode[]): Control[] {
    return nodes.map((node) => ({
      name: node.name?.value ?? '',
      aim: async () => {
        const objectId = await this.#resolve(await this.#world(), node.backendDOMNodeId ?? 0);
        return this.#call<Spot | { problem: string }>(aimAt, objectId);
      },
    }));
  }

  async #evaluate(contextId: number, expression: string): Promise<string | undefined> {
    const { result } = await this.#cdp.send<{ result: { objectId?: string } }>('Runtime.evaluate', {
      expression,
      contextId,
      objectGroup: WORLD,
    });
    return result.objectId;
  }

  async #resolve(executionContextId: number, backendNodeId: number): Promise<string> {
    const { object } = await this.#cdp.send<{ object: { objectId: string } }>('DOM.resolveNode', {
      backendNodeId,
      executionContextId,
      objectGroup: WORLD,
    });
    return object.objectId;
  }

  /** Calls the function with the node, then lets go of all nodes: a test must not keep the page's memory alive. */
  async #call<T>(fn: (node: never) => T, objectId: string): Promise<T> {
    const answer = await this.#cdp.send<{ result: { value: T }; exceptionDetails?: object }>(
      'Runtime.callFunctionOn',
      {
        objectId,
        functionDeclaration: `function () { return (${fn.toString()})(this); }`,
        returnByValue: true,
      },
    );
    await this.#cdp.send('Runtime.releaseObjectGroup', { objectGroup: WORLD });
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  }
}

/** A press or key may close its own page before the protocol answers. */
async function unlessClosed(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const closed = error instanceof Error && /closed/iu.test(error.message);
    if (!(error instanceof PageClosed) && !closed) throw error;
  }
}
