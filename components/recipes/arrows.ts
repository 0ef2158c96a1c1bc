import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Moves the focus between a search field and the rows under it: the arrows go up and down, and
 * typing on a row goes on in the field.
 */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button.row')];
  const here = stops.findIndex((each) => each === document.activeElement);
  const step = STEPS[key];
  if (step !== undefined && here >= 0) {
    event.preventDefault();
    stops[here + step]?.focus();
  } else if (key.length === 1 && key !== ' ' && here > 0) {
    // The focus moves before the letter is typed, so the field gets it.
    stops[0]?.focus();
  }
}
