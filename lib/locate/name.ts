import { roleOf } from './role';
import { referredTo } from './tree';

/** How an element came to be read. */
interface Way {
  /** By another's `aria-labelledby`: it counts although it is hidden, and leads no further. */
  readonly referenced?: boolean;
  /** As a part of another. */
  readonly within?: boolean;
  /** As a part of a label. */
  readonly label?: boolean;
}

const FROM_CONTENT =
  /^(button|cell|checkbox|columnheader|gridcell|heading|link|menuitem(checkbox|radio)?|option|radio|row(header)?|switch|tab|tooltip|treeitem)$/;
/** Controls that a label holds: what they are set to stands in for their names. */
const RANGE = /^(meter|progressbar|scrollbar|slider|spinbutton)$/;
const LIST = /^(combobox|listbox)$/;

/**
 * The name that assistive technology gives an element (Accessible Name and Description Computation 1.2
 * §4.3.2, HTML-AAM §4), without what style sheets add.
 */
export function accessibleName(element: Element): string {
  return read(element, {}, new Set()).trim().replace(/\s\s+/g, ' ');
}

function read(node: Node, way: Way, seen: Set<Node>): string {
  if (seen.has(node)) return '';
  if (!(node instanceof Element)) {
    seen.add(node);
    return node instanceof Text ? node.data : '';
  }
  const { referenced, within, label } = way;
  if (!referenced && isHidden(node)) return '';
  const labelledBy = node.getAttributeNode('aria-labelledby');
  if (labelledBy && !referenced && !seen.has(labelledBy)) {
    const others = referredTo(node, 'aria-labelledby');
    if (others.length > 0) {
      seen.add(labelledBy);
      return others
        .map((other) => read(other, { referenced: true, label: !!label }, seen))
        .join(' ');
    }
  }
  seen.add(node);
  const role = roleOf(node);
  const isSet = RANGE.test(role) || LIST.test(role) || role === 'textbox';
  if (!within || !(isSet || role === 'button')) {
    const own = node.getAttribute('aria-label')?.trim() || native(node, role, seen);
    if (own !== undefined) return own;
  }
  if (role === 'menu') return '';
  if (isSet && (within || label || referenced)) return setTo(node, role, seen);
  if (referenced || FROM_CONTENT.test(role) || node.localName === 'legend') {
    const content = contentOf(node, label, seen);
    if (content !== '') return content;
  }
  return within ? contentOf(node, label, seen) : (node.getAttribute('title') ?? '');
}

/** What HTML itself names an element by; undefined where that is nothing. */
function native(node: Element, role: string, seen: Set<Node>): string | undefined {
  if (node.matches('[role="none"],[role="presentation"]')) return undefined;
  const holder = { fieldset: 'legend', table: 'caption' }[node.localName];
  const heading = holder && [...node.children].find(({ localName }) => localName === holder);
  if (heading) return read(heading, {}, seen);
  if (node.localName === 'svg') return node.querySelector(':scope > title')?.textContent;
  const given = node.matches('img,area,input[type="image"]')
    ? 'alt'
    : node.matches('input:is([type="button"],[type="submit"],[type="reset"])')
      ? 'value'
      : '';
  const text = given && node.getAttribute(given);
  if (text?.trim()) return text;
  const labels = 'labels' in node ? (node.labels as NodeListOf<Element> | null) : null;
  if (labels?.length) {
    const texts = [...labels].map((each) => read(each, { within: true, label: true }, seen));
    return texts.filter(Boolean).join(' ');
  }
  return role === 'button' ? contentOf(node, false, seen) || undefined : undefined;
}

/** What a control is set to, which stands in for its name in a label. */
function setTo(node: Element, role: string, seen: Set<Node>): string {
  if (RANGE.test(role)) {
    const values = ['aria-valuetext', 'aria-valuenow', 'value'];
    return values.map((name) => node.getAttribute(name)).find((value) => value !== null) ?? '';
  }
  const value = 'value' in node && typeof node.value === 'string' ? node.value : undefined;
  if (role === 'textbox') return value ?? node.textContent ?? '';
  const options = node.matches('select')
    ? [...node.selectedOptions]
    : [...node.querySelectorAll('[aria-selected="true"]')];
  if (options.length === 0) return node.matches('input') ? (value ?? '') : '';
  return options.map((each) => read(each, { within: true }, seen)).join(' ');
}

/** What stands in an element, with spaces where a line would break. */
function contentOf(node: Element, label: boolean | undefined, seen: Set<Node>): string {
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  const inside = slotted.length > 0 ? slotted : [...node.childNodes];
  const owned = referredTo(node, 'aria-owns');
  return [...inside, ...owned]
    .map((child) => {
      const text = read(child, { within: true, label: !!label }, seen);
      const isInline = !(child instanceof Element) || getComputedStyle(child).display === 'inline';
      return isInline ? text : ` ${text} `;
    })
    .join('')
    .trim();
}

function isHidden(element: Element): boolean {
  if (element.matches('[hidden],[aria-hidden="true"]')) return true;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}
