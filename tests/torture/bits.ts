/** The paths of every value in an object, such as `secret.iv`. */
export function paths(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null
      ? paths(inner as object, `${prefix}${name}.`)
      : [prefix + name],
  );
}

/** A copy with one bit of one value turned: of a character, of a byte behind base64, of a number. */
export function turnBit(value: object, path: string, random: () => number): object {
  const copy = structuredClone(value);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder = copy as Record<string, unknown>;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  const old = holder[last];
  if (typeof old === 'number') holder[last] = old ^ (1 << Math.floor(random() * 8));
  else if (typeof old === 'boolean') holder[last] = !old;
  else if (typeof old === 'string' && /^[A-Za-z0-9+/]{8,}={0,2}$/.test(old)) {
    const bytes = Buffer.from(old, 'base64');
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    holder[last] = bytes.toString('base64');
  } else {
    const text = String(old);
    const at = Math.floor(random() * text.length);
    holder[last] =
      text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
  }
  return copy;
}
