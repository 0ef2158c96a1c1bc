import { mistakes, suspiciousTexts, type Finding } from './checks';
import { doubts } from './doubts';
import { pathOf, readJson } from './json';
import { recipeSchema, type Recipe } from './recipe';
import { schemaProblems } from './schema-problems';
import { holdsKey, LOOKS_LIKE_KEY } from './suspicious';

/** Something in a recipe's text: where, and what, in words. */
export interface LintFinding {
  /** From 1. */
  readonly line: number;
  /** Such as `key.rows[0].row`; empty for the whole text. */
  readonly path: string;
  readonly reason: string;
}

/** What became of a text. There is a recipe exactly when there is no problem. */
export interface LintResult {
  readonly recipe?: Recipe;
  readonly problems: readonly LintFinding[];
  readonly warnings: readonly LintFinding[];
}

// The longest of the catalogue has 3 000 characters.
const LONGEST = 50_000;

/**
 * Reads a recipe from text as a vendor writes it and a person imports it: whole or not at all.
 * @returns the recipe, or every problem with its line; and warnings, which forbid nothing.
 */
export function lintRecipe(text: string): LintResult {
  if (text.length > LONGEST) {
    return failed([{ line: 1, path: '', reason: 'This is too long to be a recipe.' }]);
  }
  // First of all, because every later reason may repeat a word of the text.
  const keyLine = text.split('\n').findIndex(holdsKey);
  if (keyLine >= 0) return failed([{ line: keyLine + 1, path: '', reason: LOOKS_LIKE_KEY }]);
  const json = readJson(text);
  if (!('lines' in json)) return failed([{ ...json, path: '' }]);
  const placed = placeIn(json.lines);
  const odd = suspiciousTexts(json.value).map(placed);
  if (odd.some(({ reason }) => reason === LOOKS_LIKE_KEY)) return failed(odd);
  const parsed = recipeSchema.safeParse(json.value);
  if (!parsed.success) {
    return failed([...schemaProblems(parsed.error.issues, json.value).map(placed), ...odd]);
  }
  const problems = [...mistakes(parsed.data).map(placed), ...odd];
  if (problems.length > 0) return failed(problems);
  return { recipe: parsed.data, problems: [], warnings: inOrder(doubts(parsed.data).map(placed)) };
}

function failed(problems: readonly LintFinding[]): LintResult {
  return { problems: inOrder(problems), warnings: [] };
}

function inOrder(findings: readonly LintFinding[]): LintFinding[] {
  return findings.toSorted((a, b) => a.line - b.line);
}

/** Puts a finding on the line of what it is about; what is missing, on the line of what should hold it. */
function placeIn(lines: ReadonlyMap<string, number>) {
  return ({ path, reason }: Finding): LintFinding => {
    let steps = path;
    while (steps.length > 0 && !lines.has(pathOf(steps))) steps = steps.slice(0, -1);
    return { line: lines.get(pathOf(steps)) ?? 1, path: pathOf(path), reason };
  };
}
