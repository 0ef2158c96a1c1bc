import * as Radix from '@radix-ui/react-dialog';
import { useEffect, useState, type ReactNode } from 'react';

/**
 * A modal dialog: it traps the focus, and closes on Escape and on a press outside. Its content
 * renders again four times a second, as the real page's does.
 */
export function Dialog(props: { title: string; onClose(): void; children: ReactNode }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, []);
  return (
    <Radix.Root open onOpenChange={(open) => open || props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog" aria-describedby={undefined}>
          <Radix.Title>{props.title}</Radix.Title>
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
