import { text } from '@/lib/text';
import type { CalloutButton, CalloutContent, CalloutStation } from './content';
import style from './callout.css?inline';

/** The tag of the callout's host element. Its shadow root is closed. */
export const HOST_TAG = 'keyferry-callout';

/** The parts of the callout that its behaviour needs. */
export interface Card {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly ring: HTMLElement;
  readonly card: HTMLElement;
  /** Folds the card to one line; for the layout to show while it covers something. */
  readonly fold: HTMLElement;
  /** Leads to the anchor; for the layout to show while that is out of sight. */
  readonly away: HTMLElement;
  /** Shows a content; what stays equal is left alone, so that nothing is announced twice. */
  render(content: CalloutContent): void;
  /** A short line for the person, announced; nothing clears it. */
  note(sentence: string): void;
}

/**
 * Builds the card in a closed tree.
 * @param onShow the person wants to be led to the anchor.
 * @param onChange the card changed its size.
 */
export function makeCard(document: Document, onShow: () => void, onChange: () => void): Card {
  const { host, root } = makeHost(document);
  host.popover = 'manual';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const make = <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    className: string,
    ...children: (Node | string)[]
  ) => {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(...children);
    return element;
  };
  /** A button that changes the card only, and so needs no guard. */
  const own = (className: string, label: string, press: () => void) => {
    const button = make('button', className, label);
    button.type = 'button';
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      press();
      onChange();
    });
    return button;
  };
  const opened = new Set<string>();
  let why = '';
  const ring = make('div', 'ring');
  const progress = make('span', 'progress');
  const badge = make('span', 'badge');
  const fold = own('icon', '–', () => {
    const folded = card.toggleAttribute('data-folded');
    fold.textContent = folded ? '+' : '–';
    nameFold();
  });
  const nameFold = () => {
    const folded = card.hasAttribute('data-folded');
    fold.ariaLabel = folded ? text('guide.card.larger') : text('guide.card.smaller');
  };
  const close = make('button', 'icon', '✕');
  const title = make('p', 'title');
  const body = make('p', 'body');
  const reason = make('p', 'body');
  const note = make('p', 'note');
  const words = make('div', 'words', title, body, reason);
  const copy = make('textarea', 'copy');
  const line = make('ol', 'line');
  const away = make('p', 'away', text('guide.card.away'), ' ');
  const buttons = make('div', 'row');
  const quiet = make('div', 'row quiet');
  const ask = own('', text('guide.card.why'), () => {
    if (!opened.delete(why)) opened.add(why);
    showReason();
  });
  const showReason = () => {
    const open = opened.has(why);
    ask.hidden = why === '';
    ask.ariaExpanded = String(open);
    setText(reason, open ? why : '');
  };
  const card = make(
    'section',
    'card',
    make('div', 'head', make('b', '', 'Keyferry'), progress, fold, close),
    badge,
    words,
    away,
    copy,
    line,
    make('div', 'actions', buttons, quiet, ask),
    // At the end, so that the buttons stay under the pointer.
    note,
  );
  away.append(own('', text('guide.card.show'), onShow));
  nameFold();
  close.type = 'button';
  close.dataset['id'] = 'close';
  copy.readOnly = true;
  copy.rows = 6;
  for (const each of [words, note]) each.role = 'status';
  card.lang = text('ui.language');
  card.dir = text('@@bidi_dir');
  card.ariaDescription = text('guide.card.shortcut');
  root.append(ring, card);

  return {
    host,
    root,
    ring,
    card,
    fold,
    away,
    render(content) {
      const name = ['Keyferry', content.progress].filter(Boolean).join(', ');
      if (card.ariaLabel !== name) card.ariaLabel = name;
      if (title.textContent !== content.title) setText(note, '');
      setText(title, content.title);
      setText(body, content.body ?? '');
      setText(progress, content.progress ?? '');
      setText(badge, content.badge ?? '');
      why = content.why ?? '';
      showReason();
      card.dataset['tone'] = content.tone;
      close.hidden = content.close === undefined;
      close.ariaLabel = content.close ?? '';
      copy.hidden = content.text === undefined;
      copy.ariaLabel = content.title;
      if (copy.value !== (content.text ?? '')) copy.value = content.text ?? '';
      setLine(line, content.line);
      setButtons(buttons, content.buttons);
      setButtons(quiet, content.secondary ?? []);
    },
    note(sentence) {
      setText(note, sentence);
      onChange();
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
function setText(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

function setLine(list: HTMLElement, stations: readonly CalloutStation[]): void {
  const key = JSON.stringify(stations);
  if (list.dataset['key'] === key) return;
  list.dataset['key'] = key;
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
    if (button.textContent !== label) button.textContent = label;
    return button;
  });
  const same = next.length === having.length && next.every((each, at) => each === having[at]);
  if (!same) parent.replaceChildren(...next);
}
