import { message } from '../message';
import { Line } from '../ui/line';
import { lineOf, type StationStates } from './stations';

interface KeyLineProps {
  readonly states: StationStates;
  readonly small?: boolean;
}

/** The line with Keyferry's four stations. */
export function KeyLine({ states, small = false }: KeyLineProps) {
  return <Line stations={lineOf(states, (name) => message(`station.${name}`))} small={small} />;
}
