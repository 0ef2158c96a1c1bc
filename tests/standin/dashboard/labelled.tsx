import type { ReactNode } from 'react';

/** A control below its visible label, which isn't tied to it, as in the dialogs (openai-platform.md §1.3). */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="field">
      <div className="label">{label}</div>
      {children}
    </div>
  );
}
