import type { ReactNode } from 'react';

/** A control below its visible label, which isn't tied to it: so it is on the real page (openai-platform.md §1.3). */
export function Field({ label, children }: { label?: ReactNode; children: ReactNode }) {
  return (
    <div className="field">
      {label !== undefined && <div className="label">{label}</div>}
      {children}
    </div>
  );
}
