import { useId, type ReactNode } from 'react';

interface BlockProps {
  /** Its deep link is `#settings/<name>`. */
  readonly name: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One thing that can be set: what it is, and the way to change it. */
export function Block({ name, title, lead, children }: BlockProps) {
  const id = useId();
  return (
    <section className="card settings-block" id={name} aria-labelledby={id} tabIndex={-1}>
      <h2 id={id}>{title}</h2>
      {lead && <p className="quiet">{lead}</p>}
      {children}
    </section>
  );
}
