import { i18n } from '#i18n';
import { message } from '../message';

/** How far one station is. `current` waits for the person, `working` goes on by itself. */
export type StationState =
  | 'done'
  | 'current'
  | 'working'
  | 'todo'
  | 'skipped'
  | 'attention'
  | 'failed';

/** One stop of the line. */
export interface Station {
  readonly name: string;
  readonly state: StationState;
}

const GLYPHS: Readonly<Record<StationState, string>> = {
  done: 'M5 8.3l2.1 2.1L11 6',
  current: '',
  working: '',
  todo: '',
  skipped: 'M5.5 8h5',
  attention: 'M8 4.8v3.8M8 11v.2',
  failed: 'M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
};

function Mark({ state }: { readonly state: StationState }) {
  return (
    <svg className="line-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle className="line-ring" cx="8" cy="8" r="6.5" />
      {(state === 'current' || state === 'working') && (
        <path className="line-half" d="M8 4a4 4 0 010 8z" />
      )}
      {GLYPHS[state] && <path className="line-glyph" d={GLYPHS[state]} />}
    </svg>
  );
}

/** The line that a key travels, with where it is on it. `small` is for rows: marks without words. */
export function Line({
  stations,
  small = false,
}: {
  readonly stations: readonly Station[];
  readonly small?: boolean;
}) {
  return (
    <ol className={small ? 'line line-small' : 'line'} aria-label={i18n.t('ui.lineLabel')}>
      {stations.map(({ name, state }) => (
        <li
          key={name}
          data-state={state}
          aria-current={state === 'current' || state === 'working' ? 'step' : undefined}
        >
          <Mark state={state} />
          <span className={small ? 'hidden' : 'line-word'}>{name}</span>
          <span className="hidden">{`, ${message(`ui.lineState.${state}`)}`}</span>
        </li>
      ))}
    </ol>
  );
}
