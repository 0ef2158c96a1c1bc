import { driver } from 'driver.js';
import { stepAt } from './steps.ts';

const tour = driver({ animate: false });

export function show(step: number, anchor: Element): void {
  const { title, body } = stepAt(step);
  tour.highlight({ element: anchor, popover: { title, description: body } });
}

export function isShown(): boolean {
  return (document.querySelector<HTMLElement>('.driver-popover')?.offsetWidth ?? 0) > 0;
}

export function stop(): void {
  tour.destroy();
}
