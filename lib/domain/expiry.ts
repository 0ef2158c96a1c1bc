const DAY = 24 * 60 * 60_000;
const SPANS: Readonly<Record<string, number>> = {
  hour: DAY / 24,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};

/**
 * When a key expires, in epoch milliseconds, where the page's words say it: a span from its making
 * ("90 days") or a date with its year. Undefined for "Never" and for words that give no date.
 */
export function expiryOf(expiration: string | undefined, createdAt: number): number | undefined {
  const text = expiration?.trim() ?? '';
  const [, count, unit] = /^(\d{1,4}) (hour|day|week|month|year)s?$/i.exec(text) ?? [];
  const span = unit === undefined ? undefined : SPANS[unit.toLowerCase()];
  if (span !== undefined) return createdAt + Number(count) * span;
  if (!/\b(19|20)\d{2}\b/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date;
}
