import { Button } from '@openai/apps-sdk-ui/components/Button';
import * as Radix from '@radix-ui/react-dialog';
import type { ReactNode } from 'react';

/** A modal dialog: it traps the focus, and closes on Escape and on a press outside (openai-components.md). */
export function Dialog(props: { title: string; onClose(): void; children: ReactNode }) {
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

/** The last row of a dialog: Cancel, and what it is for. */
export function Footer(props: {
  submit: string;
  color?: 'primary' | 'danger';
  busy?: boolean;
  disabled?: boolean;
  onCancel(): void;
  onSubmit(): void;
}) {
  const { submit, color = 'primary', busy = false, disabled = false } = props;
  return (
    <div className="footer">
      <Button color="secondary" variant="soft" onClick={props.onCancel}>
        Cancel
      </Button>
      <Button color={color} loading={busy} disabled={disabled} onClick={props.onSubmit}>
        {submit}
      </Button>
    </div>
  );
}
