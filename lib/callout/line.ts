import type { CalloutStation } from './content';
import { text } from '@/lib/text';

const STATIONS = ['guide', 'save', 'deliver', 'prove'] as const;

/** The line of a key's four stations; `passed` counts those behind it, and the next one is now. */
export function lineAt(passed: number): readonly CalloutStation[] {
  return STATIONS.map((station, index) => ({
    name: text(`station.${station}`),
    state: index < passed ? 'done' : index === passed ? 'now' : 'todo',
  }));
}
