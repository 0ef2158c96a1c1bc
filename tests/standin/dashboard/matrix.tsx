import { useId } from 'react';
import { useKept } from './kept.tsx';
import { useKit } from './kits/context.ts';
import { useScene } from './scene.ts';
import { matrixOf, scopesOf, type MatrixRow } from '../scopes.ts';
import type { Rows } from './server.ts';

interface Props {
  readonly kind: 'admin' | 'project';
  readonly rows: Rows;
  onChange(rows: Rows): void;
}

interface RowProps {
  readonly kind: Props['kind'];
  readonly row: MatrixRow;
  readonly rows: Rows;
  readonly isChild?: boolean;
  set(row: MatrixRow, choice: string): void;
}

/** The matrix of a restricted key. */
export function Matrix({ kind, rows, onChange }: Props) {
  const set = (row: MatrixRow, choice: string) => {
    // Setting the parent sets its children (openai-platform.md §1.4).
    const children = (row.children ?? []).map((child) => [child.row, impliedBy(choice, child)]);
    onChange({ ...rows, ...Object.fromEntries(children), [row.row]: choice });
  };
  return (
    <div className="field">
      {matrixOf(kind, useScene().version).map((row) => (
        <Row key={row.row} kind={kind} row={row} rows={rows} set={set} />
      ))}
      <div className="muted">Selected permissions: {scopesOf(kind, 'restricted', rows).length}</div>
    </div>
  );
}

/** The name is text beside the control; a row with children unfolds. */
function Row(props: RowProps) {
  const { kind, row, rows, isChild = false, set } = props;
  const [isOpen, setOpen] = useKept(`open ${row.row}`, false);
  const choice = rows[row.row] ?? 'None';
  const isMixed = (row.children ?? []).some(
    (child) => (rows[child.row] ?? 'None') !== impliedBy(choice, child),
  );
  const { RowChoice } = useKit();
  const labelId = useId();
  return (
    <>
      <div className={isChild ? 'matrix-row child' : 'matrix-row'}>
        <div>
          {row.children ? (
            <button
              id={labelId}
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {row.row}
            </button>
          ) : (
            <div id={labelId}>{row.row}</div>
          )}
          <div className="muted">{row.description}</div>
        </div>
        <RowChoice
          kind={kind}
          labelId={labelId}
          choices={Object.keys(row.choices)}
          value={isMixed ? 'Mixed' : choice}
          onChange={(next) => set(row, next)}
        />
      </div>
      {isOpen && row.children?.map((each) => <Row key={each.row} {...props} row={each} isChild />)}
    </>
  );
}

/** What a parent's choice means for a child: nothing, or the most that the child has. */
function impliedBy(parent: string, { choices }: MatrixRow): string {
  return parent === 'None' ? 'None' : (Object.keys(choices).at(-1) ?? 'None');
}
