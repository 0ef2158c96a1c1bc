const PATHS = {
  check: 'M3.5 8.5l3 3 6-7',
  chevron: 'M6 3.5L10.5 8 6 12.5',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  warning: 'M8 2.2l6.2 11.1H1.8L8 2.2zM8 6.4v3.2M8 11.5v.1',
  info: 'M8 14.2A6.2 6.2 0 108 1.8a6.2 6.2 0 000 12.4zM8 7.4v3.4M8 5.1v.1',
  failed: 'M8 14.2A6.2 6.2 0 108 1.8a6.2 6.2 0 000 12.4zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  search: 'M7 11.6a4.6 4.6 0 100-9.2 4.6 4.6 0 000 9.2zM10.5 10.5l3.3 3.3',
  open: 'M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.2 3.8L7.5 8.5',
  lock: 'M4 7.2h8v6H4zM5.6 7.2V5a2.4 2.4 0 014.8 0v2.2',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** A 16-px icon. Says nothing by itself: words stand beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
