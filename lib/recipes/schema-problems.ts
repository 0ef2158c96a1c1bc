import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** One thing that the schema refuses: where it is, and why, in words. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in “"”',
  array: 'a list in “[ ]”',
  object: 'an object in “{ }”',
  boolean: 'true or false',
  // Every number of a recipe is a whole one.
  int: 'a whole number',
  number: 'a whole number',
};

/** A schema's issues in words. An unknown name is a problem of that name, not of what holds it. */
export function schemaProblems(issues: readonly Issue[], value: unknown): SchemaProblem[] {
  return issues.flatMap((issue): SchemaProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        reason: `“${key}” is not part of a recipe. Remove it, or check its spelling.`,
      }));
    }
    const here = at(value, issue.path);
    const reason = here === undefined ? missing(issue) : `It ${wrong(issue)}.`;
    return [{ path: issue.path, reason }];
  });
}

function missing({ path }: Issue): string {
  return `“${String(path.at(-1) ?? 'recipe')}” is missing.`;
}

function wrong(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map((each) => `“${String(each)}”`).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'array') return 'must hold at least one entry';
      return issue.origin === 'string' ? 'must not be empty' : `must be ${issue.minimum} or more`;
    case 'too_big':
      if (issue.origin === 'array') return `must hold at most ${issue.maximum} entries`;
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : `must be ${issue.maximum} or less`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? `is not a valid ${issue.format}`;
    default:
      return 'is not what a recipe has here';
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  url: 'must be an address that begins with https://',
  date: 'must be a day, such as 2026-11-21',
  regex: 'must have 1 to 60 small letters, digits and hyphens, and nothing else',
  includes: 'must hold {key}, the place where the key is put',
};

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null
        ? (part as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}
