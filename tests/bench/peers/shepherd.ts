import Shepherd, { type Tour } from 'shepherd.js';
import { stepAt } from './steps.ts';

let tour: Tour | undefined;

export function show(step: number, anchor: Element): void {
  const { title, body } = stepAt(step);
  if (!tour) {
    tour = new Shepherd.Tour({ useModalOverlay: true });
  } else if (step > 0) {
    tour.addStep({ title, text: body, attachTo: { element: anchor as HTMLElement, on: 'bottom' } });
    void tour.next();
    return;
  }
  tour.addStep({ title, text: body, attachTo: { element: anchor as HTMLElement, on: 'bottom' } });
  void tour.start();
}

export function isShown(): boolean {
  const element = document.querySelector<HTMLElement>('.shepherd-element:not([hidden])');
  return (element?.offsetWidth ?? 0) > 0;
}

export function stop(): void {
  void tour?.cancel();
  tour = undefined;
}
