import { createRoot, type Root } from 'react-dom/client';
import { Joyride } from 'react-joyride';
import { stepAt } from './steps.ts';

let root: Root | undefined;

export function show(step: number, anchor: Element): void {
  const { title, body } = stepAt(step);
  if (!root) {
    const holder = document.createElement('div');
    document.body.append(holder);
    root = createRoot(holder);
  }
  root.render(
    <Joyride
      key={step}
      run
      steps={[{ target: anchor as HTMLElement, title, content: body, skipBeacon: true }]}
    />,
  );
}

export function isShown(): boolean {
  return (document.querySelector<HTMLElement>('.react-joyride__tooltip')?.offsetWidth ?? 0) > 0;
}

export function stop(): void {
  root?.unmount();
  root = undefined;
}
