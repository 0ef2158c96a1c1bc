import { createCallout } from '@/lib/callout/callout';
import { stepAt } from './steps.ts';

const callout = createCallout(document, () => undefined, new AbortController().signal);

/** Shows a step beside an element, as the guide does. */
export function show(step: number, anchor: Element): void {
  const { title, body } = stepAt(step);
  callout.show(
    {
      tone: 'plain',
      line: [
        { name: 'Guide', state: 'now' },
        { name: 'Save', state: 'todo' },
        { name: 'Deliver', state: 'todo' },
        { name: 'Prove', state: 'todo' },
      ],
      progress: `${step + 1} of 2`,
      title,
      body,
      buttons: [{ id: 'fill', label: 'Fill this', primary: true }],
      close: 'Close',
    },
    { anchor },
  );
}

/** Whether a step can be seen; its tree is closed to the page. */
export function isShown(): boolean {
  return document.querySelector('keyferry-callout')?.matches(':popover-open') === true;
}

export function stop(): void {
  callout.hide();
}
