/**
 * Runs a page script's body once per document: a second injection finds the first one and only
 * refreshes it. The mark lives in our isolated world, which the page can't see.
 */
export function once(name: string, start: () => { refresh(): void }): void {
  const marks: Record<string, unknown> = globalThis;
  const mark = `keyferry:${name}`;
  const running = marks[mark] as { refresh(): void } | undefined;
  if (running) running.refresh();
  else marks[mark] = start();
}
