/** Another value of the same shape: one bit of a number, one character of a text. */
export function flip(value: unknown): unknown {
  if (typeof value === 'number') return value ^ 1 || 2;
  if (typeof value !== 'string') throw new Error('Only numbers and texts are flipped.');
  // Not at the end, where base64 may have bits that mean nothing.
  const at = Math.floor(value.length / 2);
  return value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1);
}

/** The paths of every number and text in an object, such as `kdf.salt`. */
export function leaves(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null
      ? leaves(inner as object, `${prefix}${name}.`)
      : [prefix + name],
  );
}

/** A copy with the value at one path flipped. */
export function damage<T extends object>(value: T, path: string): T {
  const copy = structuredClone(value);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce<Record<string, unknown>>(
    (inner, name) => inner[name] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  holder[last] = flip(holder[last]);
  return copy;
}
