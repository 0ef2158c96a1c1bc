import { useKit } from './kits/context.ts';

/** The last row of a dialog: Cancel, and what it is for. */
export function Footer(props: {
  submit: string;
  color?: 'primary' | 'danger';
  busy?: boolean;
  disabled?: boolean;
  onCancel(): void;
  onSubmit(): void;
}) {
  const { Button } = useKit();
  const { submit, color = 'primary', busy = false, disabled = false } = props;
  return (
    <>
      <Button color="secondary" onClick={props.onCancel}>
        Cancel
      </Button>
      <Button color={color} busy={busy} disabled={disabled} onClick={props.onSubmit}>
        {submit}
      </Button>
    </>
  );
}
