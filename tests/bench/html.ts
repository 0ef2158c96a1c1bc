import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chartOf } from './chart.ts';
import type { Result } from './measure.ts';
import { rowsOf } from './report.ts';

const STYLE = `
:root { color-scheme: light dark; --text: #14211f; --soft: #52625f; --edge: #cfd9d7; --line: #0f766e; --back: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8f0ee; --soft: #a5b5b2; --edge: #3a4a47; --line: #2dd4bf; --back: #17211f; }
}
body { max-width: 1100px; margin: 24px auto; padding: 0 16px; font: 14px/20px system-ui; color: var(--text); background: var(--back); }
table { border-collapse: collapse; width: 100%; }
td:nth-child(3), td:nth-child(4) { white-space: nowrap; }
td, th { padding: 6px 8px; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 24px; margin-top: 24px; }
svg text { font: 11px system-ui; fill: var(--soft); }
svg .title { font-weight: 600; fill: var(--text); }
svg path { fill: none; } svg .grid { stroke: var(--edge); }
svg .line { stroke: var(--line); stroke-width: 2; } svg .spot { fill: var(--line); }
svg .linear { stroke: var(--soft); stroke-dasharray: 3 4; }`;

/** Writes the table and the charts as one page that follows the reader's light or dark. */
export function writeHtml(file: string, results: readonly Result[]): void {
  const rows = rowsOf(results);
  const [first] = rows;
  const head = Object.keys(first ?? {}).map((name) => `<th scope="col">${name}</th>`);
  const body = rows.map(
    (row) =>
      `<tr>${Object.values(row)
        .map((cell) => `<td>${escaped(cell)}</td>`)
        .join('')}</tr>`,
  );
  const charts = results.flatMap(({ growth }) => (growth ? [chartOf(growth)] : []));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Keyferry, measured</title><style>${STYLE}</style>
<h1>Keyferry, measured</h1>
<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>
<div class="charts">${charts.join('\n')}</div>
<p>Both axes go by powers of ten; the dashed line is what grows in proportion.</p></html>\n`,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
