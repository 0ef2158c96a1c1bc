import { driver } from 'driver.js';
import { STEPS } from './steps.ts';

const tour = driver({ animate: false });

export function show(step: number, anchor: Element): void {
  const { title, body } = STEPS[step % STEPS.length]!;
  tour.highlight({ element: anchor, popover: { title, description: body } });
}

export function isShown(): boolean {
  return (document.querySelector<HTMLElement>('.driver-popover')?.offsetWidth ?? 0) > 0;
}

export function stop(): void {
  tour.destroy();
}
