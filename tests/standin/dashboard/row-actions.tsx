import { Button } from '@openai/apps-sdk-ui/components/Button';
import type { KeyRow } from './server.ts';

interface Props {
  readonly row: KeyRow;
  onEdit(row: KeyRow): void;
  onDelete(row: KeyRow): void;
}

/** The buttons of a row: "Edit" and "Delete" since 2026 (openai-platform.md §1.2). */
export function RowActions({ row, onEdit, onDelete }: Props) {
  return (
    <>
      <Button color="secondary" variant="ghost" size="xs" onClick={() => onEdit(row)}>
        Edit
      </Button>
      <Button color="secondary" variant="ghost" size="xs" onClick={() => onDelete(row)}>
        Delete
      </Button>
    </>
  );
}

/** A pencil and a bin before (§1.2). Whether they had names is not known; these have none, which is the harder case. */
export function RowIcons({ row, onEdit, onDelete }: Props) {
  return (
    <>
      <button type="button" className="icon" onClick={() => onEdit(row)}>
        <Icon path="M3 17v4h4L19 9l-4-4L3 17zM14 6l4 4" />
      </button>
      <button type="button" className="icon" onClick={() => onDelete(row)}>
        <Icon path="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14" />
      </button>
    </>
  );
}

function Icon({ path }: { path: string }) {
  return (
    <svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden>
      <path d={path} strokeWidth="2" />
    </svg>
  );
}
