/** Where in a text a part of a JSON value begins. Lines count from 1. */
export interface JsonText {
  readonly value: unknown;
  /** Path, such as `key.rows[0].row`, → line of its key, or of the value where it has none. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What is wrong with the text, in words. */
export interface JsonProblem {
  readonly line: number;
  readonly reason: string;
}

/** A path one step further in. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => join(path, step), '');
}

function join(path: string, step: PropertyKey): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? String(step) : `${path}.${String(step)}`;
}

class Malformed extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

// A recipe is five deep. The limit keeps a hostile text from exhausting the stack.
const DEEPEST = 20;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/**
 * Reads JSON and remembers where each part stands, which `JSON.parse` does not tell; its own messages
 * differ from browser to browser. Takes what `JSON.parse` takes, but no key twice in one object.
 */
export function readJson(text: string): JsonText | JsonProblem {
  const lines = new Map<string, number>();
  const lineAt = (at: number) => text.slice(0, at).split('\n').length;
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  const skip = () => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  };
  const fail = (reason: string, where = at): never => {
    throw new Malformed(where, reason);
  };
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  const found = () => (at < text.length ? `“${text.charAt(at)}”` : 'the end of the file');

  const string = (): string => {
    const start = at;
    for (at += 1; text.charAt(at) !== '"'; at += text.charAt(at) === '\\' ? 2 : 1) {
      if (at >= text.length || text.charAt(at) === '\n')
        fail('This text has no closing “"”.', start);
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      return fail('This text holds a character or an escape that JSON does not allow.', start);
    }
  };

  /** Reads the parts between brackets; `part` reads one. */
  const list = (close: string, part: () => void) => {
    at += 1;
    skip();
    while (text.charAt(at) !== close) {
      part();
      skip();
      if (text.charAt(at) === ',') {
        const comma = at;
        at += 1;
        skip();
        if (text.charAt(at) === close) fail(`Nothing follows this comma. Remove it.`, comma);
      } else if (text.charAt(at) !== close) {
        fail(`Expected “,” or “${close}”, found ${found()}.`);
      }
    }
    at += 1;
  };

  const object = (path: string, depth: number): Record<string, unknown> => {
    const entries = new Map<string, unknown>();
    list('}', () => {
      if (text.charAt(at) !== '"') fail(`Expected a name in “"”, found ${found()}.`);
      const start = at;
      const name = string();
      if (entries.has(name)) fail(`“${name}” is here twice.`, start);
      lines.set(join(path, name), lineAt(start));
      skip();
      if (text.charAt(at) !== ':') fail(`Expected “:” after “${name}”, found ${found()}.`);
      at += 1;
      entries.set(name, value(join(path, name), depth));
    });
    // fromEntries defines properties, so a name such as __proto__ stays a name.
    return Object.fromEntries(entries);
  };

  const array = (path: string, depth: number): unknown[] => {
    const parts: unknown[] = [];
    list(']', () => parts.push(value(join(path, parts.length), depth)));
    return parts;
  };

  const value = (path: string, depth: number): unknown => {
    skip();
    if (!lines.has(path)) lines.set(path, lineAt(at));
    if (depth > DEEPEST) fail('This is nested too deep.');
    const first = text.charAt(at);
    if (first === '{') return object(path, depth + 1);
    if (first === '[') return array(path, depth + 1);
    if (first === '"') return string();
    const number = match(NUMBER);
    if (number) {
      at += number.length;
      return Number(number);
    }
    const word = match(WORD);
    if (!Object.hasOwn(WORDS, word))
      fail(`Expected a value, found ${word ? `“${word}”` : found()}.`);
    at += word.length;
    return WORDS[word];
  };

  try {
    const read = value('', 0);
    skip();
    if (at < text.length) fail(`Expected the end of the file, found ${found()}.`);
    return { value: read, lines };
  } catch (error) {
    if (error instanceof Malformed) return { line: lineAt(error.at), reason: error.message };
    throw error;
  }
}
