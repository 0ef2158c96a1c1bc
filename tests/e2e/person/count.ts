import type { Counter } from '../harness/driver.ts';
import type { Effort } from './klm.ts';

/** One person's steps. */
export interface Count {
  /** Pages, dialogs and popups have come up, or what takes as long. */
  opened(how?: number): void;
  /** What it has cost until now. */
  effort(): Effort;
}

/**
 * What a person does from now on: presses, keys and tabs from the driver's own count, pages as they are noted.
 * @param counter counts what the browser was really sent.
 */
export function countFrom(counter: Counter): Count {
  const start = counter.log.length;
  let pages = 0;
  return {
    opened(how = 1): void {
      pages += how;
    },
    /**
     * A decision is counted for each press and each text that is typed: more than happen. The driver can't copy or
     * paste; that nobody did is seen in the clipboard.
     */
    effort() {
      const log = counter.log.slice(start);
      const keys = log.map((line) => Number(/^(\d+) keys? /.exec(line)?.[1] ?? 0));
      const bursts = keys.filter((count, index) => count > 0 && !keys[index - 1]).length;
      const prompts = log.filter((line) => line.startsWith('approve ')).length;
      const clicks = log.filter((line) => line.startsWith('press ')).length + prompts;
      return {
        clicks,
        keys: keys.reduce((all, each) => all + each, 0),
        bursts,
        decisions: clicks + bursts,
        loads: pages + prompts,
        switches: log.filter((line) => line.startsWith('switch ')).length,
        copies: 0,
      };
    },
  };
}
