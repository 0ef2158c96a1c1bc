/**
 * Whether two stored values are the same, in whatever order their members stand. Rows that are
 * written while the vault is locked have a copy: one that was changed alone, swapped, or put back
 * to an earlier state differs from it.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    mine.length === theirs.size &&
    mine.every(([name, value]) => theirs.has(name) && isSame(value, theirs.get(name)))
  );
}
