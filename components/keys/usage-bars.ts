import type { RecentUsage } from '@/lib/domain/recent-usage';

/** One day's bar, in the drawing's own units. */
export interface Bar {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The drawing's size. */
export const CHART = { width: 420, height: 96 } as const;
const GAP = 6;
/** A day on which something was spent shows, however little it was. */
const LEAST = 2;

/** Bars from the first day to the last; the highest fills the drawing, credits do not hang below it. */
export function barsOf({ days }: RecentUsage): readonly Bar[] {
  const most = Math.max(...days.map(({ cost }) => cost));
  const slot = CHART.width / days.length;
  return days.map(({ at, cost }, index) => {
    const share = most > 0 ? Math.max(0, cost) / most : 0;
    const height = share === 0 ? 0 : Math.max(LEAST, Math.round(share * CHART.height));
    return {
      at,
      x: Math.round(index * slot + GAP / 2),
      y: CHART.height - height,
      width: Math.round(slot - GAP),
      height,
    };
  });
}
