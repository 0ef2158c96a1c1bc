import type { AnchorId } from '@/lib/domain/snapshot';
import { choose, press, type } from '@/lib/locate/act';
import type { Step } from './flow';

/**
 * Does a step in the page as a person would, and reads back whether the page took it.
 * @returns false when the control is missing or shows something else afterwards.
 */
export async function fill(step: Step, elements: ReadonlyMap<AnchorId, Element>): Promise<boolean> {
  const element = elements.get(step.anchor);
  if (!element || !step.fill) return false;
  switch (step.fill.type) {
    case 'press':
      press(element);
      return true;
    case 'text':
      return isField(element) && type(element, step.fill.text);
    case 'choose':
      return choose(element, step.fill.choice);
  }
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
