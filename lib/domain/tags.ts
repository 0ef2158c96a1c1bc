const LONGEST = 40;
const MOST = 20;

/** The tags in a line of text, each once, in the order in which they stand. */
export function tagsIn(text: string): string[] {
  const tags = text.split(/[,、;\n]/).map((tag) => tag.trim().slice(0, LONGEST));
  return [...new Set(tags.filter(Boolean))].slice(0, MOST);
}
