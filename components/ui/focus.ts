/** As a `ref`, gives the focus to the element when it appears, and only then. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
