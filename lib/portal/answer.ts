import { openDialog } from '@/lib/dashboard/dialogs';
import { normalize } from '@/lib/locate/text';
import { until } from '@/lib/locate/until';
import { isVisible } from '@/lib/locate/visible';
import type { Portal } from '@/lib/recipes/recipe';

/** What a product's own test said. */
export type TestAnswer = 'passed' | 'failed';
/** The texts by which a test's answer is known. */
type Texts = Pick<NonNullable<Portal['test']>, TestAnswer>;

/** An answer stands at most this far from the button that asked for it, in pixels. */
const NEAR = 300;

/** Whether a product's answers can be told at all: its recipe knows what they say. */
export function isReadable(test: Texts | undefined): test is Texts {
  return test !== undefined && test.passed.length > 0;
}

/**
 * Reads the answer to a press of a product's own test button: a text of the recipe that appears near
 * the button after the press. What stood there before counts only once it has gone and come again.
 * To be called before the press.
 * @param button finds the button, which the page may put anew.
 * @param ms the longest wait, in milliseconds.
 * @returns undefined when no such text appeared.
 */
export function awaitAnswer(
  document: Document,
  button: () => Element | undefined,
  texts: Texts,
  ms: number,
): Promise<TestAnswer | undefined> {
  let spot = button()?.getBoundingClientRect();
  const counts = () => {
    spot = button()?.getBoundingClientRect() ?? spot;
    return {
      passed: countNear(document, spot, texts.passed),
      failed: countNear(document, spot, texts.failed),
    };
  };
  let least = counts();
  return until(
    document,
    () => {
      const now = counts();
      // A no is believed first: a page may leave an older yes beside it.
      if (now.failed > least.failed) return 'failed';
      if (now.passed > least.passed) return 'passed';
      least = {
        passed: Math.min(least.passed, now.passed),
        failed: Math.min(least.failed, now.failed),
      };
      return undefined;
    },
    ms,
  );
}

function countNear(
  document: Document,
  spot: DOMRect | undefined,
  phrases: readonly string[],
): number {
  if (!spot) return 0;
  const scope = openDialog(document) ?? document.body;
  const holders = new Set(phrases.flatMap((phrase) => holding(scope, normalize(phrase))));
  return [...holders].filter((each) => isVisible(each) && isNear(each, spot)).length;
}

/** The smallest elements that show a phrase of whole words in one line. */
function holding(element: Element, phrase: string): Element[] {
  if (element.matches('script,style,template')) return [];
  // Elements that stand beside each other have no space between them in this text.
  const text = normalize(element.textContent ?? '').replaceAll(' ', '');
  if (!text.includes(phrase.replaceAll(' ', ''))) return [];
  const inner = [...element.children].flatMap((child) => holding(child, phrase));
  if (inner.length > 0) return inner;
  const lines = element instanceof HTMLElement ? element.innerText.split('\n') : [];
  return lines.some((line) => ` ${normalize(line)} `.includes(` ${phrase} `)) ? [element] : [];
}

function isNear(element: Element, spot: DOMRect): boolean {
  const box = element.getBoundingClientRect();
  const across = Math.max(spot.left - box.right, box.left - spot.right, 0);
  const down = Math.max(spot.top - box.bottom, box.top - spot.bottom, 0);
  return Math.hypot(across, down) <= NEAR;
}
