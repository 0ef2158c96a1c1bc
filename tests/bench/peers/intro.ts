import introJs from 'intro.js';
import { stepAt } from './steps.ts';

let tour: ReturnType<typeof introJs.tour> | undefined;

export function show(step: number, anchor: Element): void {
  const { title, body } = stepAt(step);
  void tour?.exit(true);
  tour = introJs.tour();
  tour.setOptions({ steps: [{ element: anchor, title, intro: body }] });
  void tour.start();
}

export function isShown(): boolean {
  return (document.querySelector<HTMLElement>('.introjs-tooltip')?.offsetWidth ?? 0) > 0;
}

export function stop(): void {
  void tour?.exit(true);
  tour = undefined;
}
