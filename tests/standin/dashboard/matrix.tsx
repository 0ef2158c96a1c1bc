import { SegmentedControl } from '@openai/apps-sdk-ui/components/SegmentedControl';
import { Select } from '@openai/apps-sdk-ui/components/Select';
import { useState } from 'react';
import { ADMIN_MATRIX, PROJECT_MATRIX, scopesOf, type MatrixRow } from '../scopes.ts';

/** Row → choice. */
export type Rows = Readonly<Record<string, string>>;

interface Props {
  readonly kind: 'admin' | 'project';
  readonly rows: Rows;
  onChange(rows: Rows): void;
}

/**
 * The matrix of a restricted key. Which control a row has is not known (openai-platform.md block c,
 * 2): the admin matrix has segmented controls without a name of their own, the project matrix
 * selects, whose name is their value.
 */
export function Matrix({ kind, rows, onChange }: Props) {
  const set = (row: MatrixRow, choice: string) => {
    // Setting the parent sets its children (openai-platform.md §1.4).
    const children = (row.children ?? []).map((child) => [child.row, leastOf(child, choice)]);
    onChange({ ...rows, ...Object.fromEntries(children), [row.row]: choice });
  };
  const count = scopesOf(kind, 'restricted', rows).length;
  return (
    <div className="field">
      {(kind === 'admin' ? ADMIN_MATRIX : PROJECT_MATRIX).map((row) => (
        <Row key={row.row} kind={kind} row={row} rows={rows} set={set} />
      ))}
      <div className="muted">Selected permissions: {count}</div>
    </div>
  );
}

function Row(props: {
  kind: Props['kind'];
  row: MatrixRow;
  rows: Rows;
  child?: boolean;
  set(row: MatrixRow, choice: string): void;
}) {
  const { kind, row, rows, child, set } = props;
  const [open, setOpen] = useState(false);
  const choice = rows[row.row] ?? 'None';
  const mixed =
    row.children?.some(({ row: name }) => (rows[name] ?? 'None') !== 'None') && choice === 'None';
  return (
    <>
      <div className={child ? 'matrix-row child' : 'matrix-row'}>
        <div>
          <div>
            {row.children ? (
              <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
                {row.row}
              </button>
            ) : (
              row.row
            )}
          </div>
          <div className="muted">{row.description}</div>
        </div>
        {kind === 'admin' ? (
          <Segments row={row} choice={choice} set={set} />
        ) : (
          <Select
            value={mixed ? 'Mixed' : choice}
            options={[...Object.keys(row.choices), ...(mixed ? ['Mixed'] : [])].map((each) => ({
              value: each,
              label: each,
            }))}
            onChange={({ value }) => set(row, value)}
            block={false}
          />
        )}
      </div>
      {open && row.children?.map((each) => <Row key={each.row} {...props} row={each} child />)}
    </>
  );
}

function Segments(props: {
  row: MatrixRow;
  choice: string;
  set(row: MatrixRow, choice: string): void;
}) {
  // The component asks for a name; an empty one leaves the group without, as it may be on the real page.
  return (
    <SegmentedControl
      aria-label=""
      size="xs"
      value={props.choice}
      onChange={(choice) => props.set(props.row, choice)}
    >
      {Object.keys(props.row.choices).map((each) => (
        <SegmentedControl.Option key={each} value={each}>
          {each}
        </SegmentedControl.Option>
      ))}
    </SegmentedControl>
  );
}

function leastOf({ choices }: MatrixRow, parent: string): string {
  if (parent === 'None') return 'None';
  return Object.keys(choices).at(-1) ?? 'None';
}
