const MAGIC = Buffer.from('mozLz40\0', 'latin1');

/** The content of one of Firefox's `.jsonlz4` files, or nothing when it is none: one LZ4 block after magic and length. */
export function readMozLz4(file: Buffer): Buffer | undefined {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  return lz4Block(file.subarray(MAGIC.length + 4), file.readUInt32LE(MAGIC.length));
}

/** After lz4_Block_format.md: literals, then a copy of what was written before, again and again. */
function lz4Block(input: Buffer, size: number): Buffer {
  const output = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const more = (length: number): number => {
    if (length < 15) return length;
    let total = length;
    for (;;) {
      const byte = input[from] ?? 0;
      from += 1;
      total += byte;
      if (byte < 255) return total;
    }
  };
  while (from < input.length) {
    const token = input[from] ?? 0;
    from += 1;
    const literals = more(token >> 4);
    input.copy(output, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= input.length) break;
    const back = input.readUInt16LE(from);
    from += 2;
    const length = more(token & 15) + 4;
    // One by one, since a copy may reach into itself.
    for (let each = 0; each < length; each += 1) output[to + each] = output[to + each - back] ?? 0;
    to += length;
  }
  return output.subarray(0, to);
}
