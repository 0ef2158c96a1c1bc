import type { AppState } from '@/lib/domain/views';

/** What every block of the settings is given. */
export interface BlockState {
  readonly state: AppState;
  /** The address asks for the block's form: `#settings/<name>/change`. */
  readonly opens: boolean;
}
