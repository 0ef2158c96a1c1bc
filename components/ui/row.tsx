import type { ReactNode } from 'react';
import { focusOnMount } from './focus';
import { Icon } from './icon';

interface RowProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly aside?: ReactNode;
  readonly onPress: () => void;
  readonly busy?: boolean;
  readonly first?: boolean;
}

/** A pressable row of a list. */
export function Row(props: RowProps) {
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-busy={props.busy || undefined}
        onClick={props.busy ? undefined : props.onPress}
        ref={props.first ? focusOnMount : undefined}
      >
        <span className="row-main">
          <span className="row-title">{props.title}</span>
          {props.detail && <span className="row-detail">{props.detail}</span>}
        </span>
        {props.aside}
        {props.busy ? <span className="spinner" aria-hidden="true" /> : <Icon name="chevron" />}
      </button>
    </li>
  );
}
