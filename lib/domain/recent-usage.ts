import type { VerificationReason } from './verification';

/** One day, in UTC as OpenAI counts. */
export interface UsageDay {
  /** Its beginning; epoch milliseconds. */
  readonly at: number;
  readonly cost: number;
  /** Undefined when only the costs could be read. */
  readonly requests?: number;
}

/** What an organization spent and asked for lately, oldest day first. */
export interface RecentUsage {
  readonly days: readonly UsageDay[];
  /** In capitals, such as `USD`; undefined when nothing was spent. */
  readonly currency?: string;
}

/** The usage, or why it could not be read (`verification.<reason>`). */
export type UsageAnswer = RecentUsage | { readonly failed: VerificationReason };

/** How many days are looked at. */
export const USAGE_DAYS = 14;

/** What the days come to. */
export function sumsOf({ days }: RecentUsage): {
  readonly cost: number;
  readonly requests?: number;
} {
  const cost = days.reduce((sum, day) => sum + day.cost, 0);
  if (days.every(({ requests }) => requests === undefined)) return { cost };
  return { cost, requests: days.reduce((sum, day) => sum + (day.requests ?? 0), 0) };
}
