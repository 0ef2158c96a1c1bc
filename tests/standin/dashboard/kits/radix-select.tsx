/* oxlint-disable jsx-a11y/prefer-tag-over-role -- Radix has these roles on elements without a look of their own. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Option } from './kit.ts';

/** How far the mouse must go from where it opened the list before letting go counts, in pixels. */
const STILL = 10;

/**
 * A select that answers as Radix's does: it opens on pointerdown or a key, and a click by script
 * opens it only where no mouse is; its list stands in the body and chooses on pointerup. Unlike
 * Radix's, the focus stays on the button.
 */
export function RadixSelect(props: {
  labelledBy: string;
  value: string;
  placeholder?: string;
  options: readonly Option[];
  onChange(value: string): void;
}) {
  const { value, options, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const trigger = useRef<HTMLButtonElement>(null);
  const [corner, setCorner] = useState<{ left: number; top: number }>();
  const pressedAt = useRef({ x: 0, y: 0 });
  const usesMouse = useRef(false);
  const list = useId();
  useClosing(isOpen, list, setOpen);

  const open = () => {
    setActive(
      Math.max(
        0,
        options.findIndex((each) => each.value === value),
      ),
    );
    const box = trigger.current?.getBoundingClientRect();
    if (box) setCorner({ left: box.left, top: box.bottom });
    setOpen(true);
  };
  const select = (option: Option | undefined) => {
    setOpen(false);
    if (option) onChange(option.value);
  };
  const onKey = (event: KeyboardEvent) => {
    const opens = ['Enter', ' ', 'ArrowDown', 'ArrowUp'].includes(event.key);
    const chooses = event.key === 'Enter' || event.key === ' ';
    if (!isOpen && opens) open();
    else if (isOpen && chooses) select(options[active]);
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        role="combobox"
        className="kit-trigger"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${active}` : undefined}
        aria-labelledby={props.labelledBy}
        data-state={isOpen ? 'open' : 'closed'}
        onKeyDown={onKey}
        onClick={() => usesMouse.current || open()}
        onPointerDown={(event) => {
          usesMouse.current = event.pointerType === 'mouse';
          if (event.button !== 0 || !usesMouse.current) return;
          pressedAt.current = { x: event.clientX, y: event.clientY };
          open();
          event.preventDefault();
        }}
      >
        {options.find((each) => each.value === value)?.label ?? props.placeholder}
        <span aria-hidden="true">⌄</span>
      </button>
      {isOpen &&
        createPortal(
          <div
            id={list}
            role="listbox"
            aria-labelledby={props.labelledBy}
            className="kit-list"
            // A modal dialog switches the presses of everything else off.
            style={{ position: 'fixed', pointerEvents: 'auto', zIndex: 50, ...corner }}
          >
            {options.map((option, index) => (
              // The keys go to the button.
              <div
                key={option.value}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value && index === active}
                data-state={option.value === value ? 'checked' : 'unchecked'}
                data-highlighted={index === active ? '' : undefined}
                onPointerMove={() => setActive(index)}
                onPointerUp={({ clientX, clientY }) => {
                  const { x, y } = pressedAt.current;
                  const isStill = Math.abs(clientX - x) <= STILL && Math.abs(clientY - y) <= STILL;
                  if (!isStill) select(option);
                }}
              >
                {option.label}
              </div>
            ))}
          </div>,
          document.body,
        )}
    </>
  );
}

/** Closes an open list on Escape, before the dialog hears of it, and on a press elsewhere. */
function useClosing(isOpen: boolean, list: string, setOpen: (isOpen: boolean) => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const escape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
    };
    const elsewhere = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest(`#${CSS.escape(list)}`)) setOpen(false);
    };
    window.addEventListener('keydown', escape, true);
    window.addEventListener('pointerdown', elsewhere, true);
    return () => {
      window.removeEventListener('keydown', escape, true);
      window.removeEventListener('pointerdown', elsewhere, true);
    };
  }, [isOpen, list, setOpen]);
}
