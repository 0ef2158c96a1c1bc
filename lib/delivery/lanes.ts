/** How many deliveries may be under way at one destination at once. */
const WIDTH = 4;

/** Runs work lane by lane: at most {@link WIDTH} at once in each, the rest in the order of asking. */
export function createLanes(width = WIDTH) {
  const lanes = new Map<string, { busy: number; readonly waiting: (() => void)[] }>();

  return async function inLane<T>(name: string, work: () => Promise<T>): Promise<T> {
    const lane = lanes.get(name) ?? { busy: 0, waiting: [] };
    lanes.set(name, lane);
    if (lane.busy >= width) await new Promise<void>((free) => lane.waiting.push(free));
    else lane.busy += 1;
    try {
      return await work();
    } finally {
      const next = lane.waiting.shift();
      // The place passes on without becoming free in between.
      if (next) next();
      else if ((lane.busy -= 1) === 0) lanes.delete(name);
    }
  };
}
