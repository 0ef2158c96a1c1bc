// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Field } from '@/components/ui/field';

vi.mock('#i18n', () => ({ i18n: { t: (name: string) => name } }));

let root: Root;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<main></main><button>elsewhere</button>';
  root = createRoot(document.querySelector('main') as Element);
});
afterEach(() => act(() => root.unmount()));

/** A field that wants three letters, and shows what a person sees at it. */
function show(value: string, asked = false): void {
  const reason = value.length >= 3 ? undefined : 'Too short.';
  act(() =>
    root.render(
      <Field
        label="Name"
        value={value}
        onChange={(next) => show(next, asked)}
        hint="As you call it."
        reason={reason}
        asked={asked}
      />,
    ),
  );
}

const input = () => document.querySelector('input') as HTMLInputElement;
const alert = () => document.querySelector('[role="alert"]')?.textContent;
const help = () => document.querySelector('.field-hint')?.textContent;

function type(text: string): void {
  act(() => {
    // As React hears it: past the setter that it put over the element's own.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
}
function leave(to: EventTarget | null = null): void {
  act(() => {
    input().dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: to }));
  });
}

test('A field that nobody has touched says what it is for, also when one only passes it.', () => {
  show('');
  expect([help(), alert()]).toEqual(['As you call it.', undefined]);
  leave();
  expect([help(), alert()]).toEqual(['As you call it.', undefined]);
});

test('While it is typed the first time the reason stands in place of the help; once left it is said aloud, and follows each letter.', () => {
  show('');
  type('a');
  expect([help(), alert()]).toEqual(['Too short.', undefined]);
  expect(input().getAttribute('aria-invalid')).toBe('false');
  leave();
  expect(alert()).toBe('Too short.');
  expect(input().getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(input().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Too short.',
  );
  type('abc');
  expect([help(), alert()]).toEqual(['As you call it.', undefined]);
  type('ab');
  expect(alert()).toBe('Too short.');
  type('');
  expect(alert()).toBe('Too short.');
});

test('The form’s own button makes every reason be said, and does not move under the press before.', () => {
  show('');
  type('a');
  leave(document.querySelector('button'));
  expect(alert()).toBeUndefined();
  show('', true);
  expect(alert()).toBe('Too short.');
});
