import { settle } from './home';
import { place } from './place';
import { STYLE } from './style';

/** The tag of the callout's host element. Its shadow root is closed. */
export const HOST_TAG = 'keyferry-callout';

/** A button of the callout. */
export interface CalloutButton {
  readonly id: string;
  readonly label: string;
  readonly primary?: boolean;
}

/** One of the four stations of a key, with its name. */
export interface CalloutStation {
  readonly name: string;
  readonly state: 'done' | 'now' | 'todo';
}

/** What the callout says now. No secret is ever part of it. */
export interface CalloutContent {
  readonly tone: 'plain' | 'warn';
  readonly line: readonly CalloutStation[];
  readonly progress?: string | undefined;
  readonly title: string;
  readonly body?: string | undefined;
  readonly buttons: readonly CalloutButton[];
  /** The name of the ✕ button; without it there is none. */
  readonly close?: string;
}

/** Where the callout belongs on the page. */
export interface CalloutPlace {
  readonly anchor?: Element | undefined;
  readonly dialog?: Element | undefined;
  /** The dialog's last control; the card never covers it. */
  readonly last?: Element | undefined;
}

/** A small non-modal card beside its anchor, with a ring around the anchor. */
export interface Callout {
  show(content: CalloutContent, where: CalloutPlace): void;
  hide(): void;
}

/**
 * Makes a callout in a document. Presses count only when a person made them.
 * @param onPress gets the pressed button's id; `close` for ✕.
 */
export function createCallout(
  document: Document,
  onPress: (id: string) => void,
  signal: AbortSignal,
): Callout {
  for (const old of document.querySelectorAll(`${HOST_TAG},keyferry-notice`)) old.remove();
  const { host, root } = makeHost(document);
  host.popover = 'manual';
  host.style.cssText =
    'all:initial;position:fixed;inset:0;width:auto;height:auto;margin:0;padding:0;border:0;background:none;overflow:visible;pointer-events:none;';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string) =>
    Object.assign(document.createElement(tag), { className });
  const ring = make('div', 'ring');
  const card = make('section', 'card');
  const head = make('div', 'head');
  const product = make('b', '');
  const progress = make('span', '');
  const close = make('button', 'close');
  const line = make('ol', 'line');
  const words = make('div', 'words');
  const title = make('p', 'title');
  const body = make('p', 'body');
  const buttons = make('div', 'buttons');
  product.textContent = 'Keyferry';
  close.textContent = '✕';
  close.dataset['id'] = 'close';
  card.ariaLabel = 'Keyferry';
  words.setAttribute('role', 'status');
  head.append(product, progress, close);
  words.append(title, body);
  card.append(head, words, line, buttons);
  root.append(ring, card);
  card.addEventListener('click', (event) => {
    const id = event.target instanceof HTMLElement && event.target.dataset['id'];
    if (event.isTrusted && id) onPress(id);
  });

  let where: CalloutPlace = {};
  const layOut = () => {
    const view = document.defaultView;
    if (!view || !host.isConnected) return;
    const box = where.anchor?.isConnected ? where.anchor.getBoundingClientRect() : undefined;
    const obstacles = (where.last?.parentElement ?? where.last)?.getBoundingClientRect();
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const viewport = { width: view.innerWidth, height: view.innerHeight };
    const dialog = where.dialog?.getBoundingClientRect();
    const at = place(box, dialog, obstacles ? [obstacles] : [], size, viewport);
    card.style.left = `${at.left}px`;
    card.style.top = `${at.top}px`;
    ring.hidden = !box || box.width === 0;
    if (box) {
      ring.style.left = `${box.left - 4}px`;
      ring.style.top = `${box.top - 4}px`;
      ring.style.width = `${box.width + 8}px`;
      ring.style.height = `${box.height + 8}px`;
    }
  };
  const follow = { signal, passive: true, capture: true };
  document.defaultView?.addEventListener('scroll', layOut, follow);
  document.defaultView?.addEventListener('resize', layOut, follow);
  signal.addEventListener('abort', () => host.remove(), { once: true });

  return {
    show(content, next) {
      where = next;
      setText(title, content.title);
      setText(body, content.body ?? '');
      setText(progress, content.progress ?? '');
      body.hidden = !content.body;
      card.dataset['tone'] = content.tone;
      close.hidden = content.close === undefined;
      close.ariaLabel = content.close ?? '';
      setLine(line, content.line);
      setButtons(buttons, content.buttons);
      settle(host, next.dialog, next.last);
      layOut();
    },
    hide() {
      host.remove();
    },
  };
}

/**
 * Made in a document without a window: in the page's own, a custom element that the page defined
 * under this name would be handed the closed root, or could forbid it.
 */
function makeHost(document: Document): { host: HTMLElement; root: ShadowRoot } {
  const host = document.implementation.createHTMLDocument('').createElement(HOST_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  return { host: document.adoptNode(host), root };
}

/** Leaves equal text alone, so that screen readers announce changes only. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function setLine(list: HTMLElement, stations: readonly CalloutStation[]): void {
  const marks = stations.map(({ name, state }) => {
    const mark = list.ownerDocument.createElement('li');
    mark.textContent = name;
    mark.dataset['state'] = state;
    mark.ariaCurrent = state === 'now' ? 'step' : 'false';
    return mark;
  });
  list.replaceChildren(...marks);
}

/** Keeps a button that stays, so that it keeps the focus. */
function setButtons(parent: HTMLElement, wanted: readonly CalloutButton[]): void {
  const having = [...parent.querySelectorAll('button')];
  const next = wanted.map(({ id, label, primary }) => {
    const button =
      having.find((each) => each.dataset['id'] === id) ??
      parent.ownerDocument.createElement('button');
    button.type = 'button';
    button.dataset['id'] = id;
    button.className = primary ? 'primary' : '';
    setText(button, label);
    return button;
  });
  const same = next.length === having.length && next.every((each, at) => each === having[at]);
  if (!same) parent.replaceChildren(...next);
}
