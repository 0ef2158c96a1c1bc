import type { ReactNode } from 'react';
import { focusOnMount } from './focus';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** One `primary` per view; `plain` looks like a link. */
  readonly look?: 'primary' | 'secondary' | 'plain' | 'danger';
  readonly submit?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Has the focus when the view appears. */
  readonly first?: boolean;
  /** Read out after the name, by the id of what says it. */
  readonly describedBy?: string;
}

/** A button. While busy it keeps its name and its focus, and takes no press. */
export function Button(props: ButtonProps) {
  const { look = 'secondary', busy = false, disabled = false } = props;
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      className={`button button-${look}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={props.describedBy}
      onClick={busy ? undefined : props.onPress}
      ref={props.first ? focusOnMount : undefined}
    >
      {busy && <span className="spinner" aria-hidden="true" />}
      {props.children}
    </button>
  );
}
