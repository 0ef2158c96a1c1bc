/**
 * The callout's style. Pixels only: the page's root font size must not change it. What the host
 * says of itself is important: from inside its tree that wins over everything the page can say.
 */
export const STYLE = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; display: block !important;
  overflow: visible !important; pointer-events: none !important; }
.card { --line: #cfd9d7; --text: #14211f; --soft: #52625f; --back: #fff; --accent: #0f766e; --on: #fff;
  --warn: #b45309; --edge: #b9c8c5; --hover: #eef4f3; }
.ring { --accent: #0f766e; }
@media (prefers-color-scheme: dark) {
  .card { --line: #3a4a47; --text: #e8f0ee; --soft: #a5b5b2; --back: #17211f; --accent: #2dd4bf; --on: #06302c;
    --warn: #fbbf24; --edge: #4b5d59; --hover: #24312e; }
  .ring { --accent: #2dd4bf; }
}
.ring, .card { position: fixed; box-sizing: border-box; }
.ring { border: 2px solid var(--accent); border-radius: 10px; pointer-events: none;
  box-shadow: 0 0 0 3px color-mix(in srgb, var(--accent) 25%, transparent); }
@media (prefers-reduced-motion: no-preference) {
  .ring { animation: appear .25s ease-out; }
  @keyframes appear { from { opacity: 0; scale: 1.06; } }
}
.card { width: min(304px, calc(100vw - 16px)); max-height: calc(100vh - 16px); overflow: auto; pointer-events: auto;
  padding: 12px; font: 14px/20px system-ui, -apple-system, "Segoe UI", sans-serif; text-align: start;
  overflow-wrap: anywhere; color: var(--text); background: var(--back); border: 1px solid var(--line);
  border-inline-start: 4px solid var(--accent); border-radius: 8px; box-shadow: 0 8px 28px rgb(10 30 28 / 22%); }
.card[data-tone="warn"] { border-inline-start-color: var(--warn); }
.head { position: sticky; top: -12px; display: flex; align-items: center; gap: 4px; margin-block: -6px 2px; margin-inline-end: -6px;
  font-size: 12px; line-height: 16px; color: var(--soft); background: var(--back); font-variant-numeric: tabular-nums; }
.head b { margin-inline-end: auto; font-weight: 600; color: var(--accent); }
.progress { margin-inline-end: 4px; }
.badge { display: inline-block; margin: 0 0 4px; padding: 0 6px; font-size: 12px; line-height: 18px; color: var(--soft);
  border: 1px solid var(--edge); border-radius: 999px; }
p { margin: 0 0 4px; }
p, .progress { unicode-bidi: plaintext; }
.title { font-weight: 600; }
.body { color: var(--soft); }
.note { margin: 8px 0 0; color: var(--warn); }
.note:empty { margin: 0; }
.copy { box-sizing: border-box; display: block; width: 100%; margin: 8px 0 0; padding: 6px 8px; font: inherit; font-size: 12px; line-height: 16px; color: inherit; background: transparent; border: 1px solid var(--edge); border-radius: 6px; resize: none; }
.line { display: flex; gap: 4px; margin: 8px 0 0; padding: 0; list-style: none; font-size: 12px; line-height: 16px;
  color: var(--soft); }
.line li { flex: 1; padding-top: 4px; border-top: 3px solid var(--line); }
.line li[data-state="done"] { border-top-color: var(--accent); }
.line li[data-state="now"] { border-top-style: dashed; border-top-color: var(--accent); font-weight: 600; color: var(--text); }
.line li[data-state="todo"] { border-top-style: dotted; }
.actions, .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
.actions { margin-top: 10px; }
.quiet { gap: 4px 14px; }
.row:empty, .body:empty, .progress:empty, .badge:empty { display: none; }
button { font: inherit; min-height: 28px; padding: 3px 10px; border-radius: 6px; cursor: pointer; color: var(--accent);
  background: transparent; border: 1px solid var(--edge); }
.quiet button, .actions > button { padding: 3px 0; border-color: transparent; color: var(--soft); text-decoration: underline;
  text-underline-offset: 3px; }
button:hover { background: var(--hover); }
button.primary { color: var(--on); background: var(--accent); border-color: var(--accent); }
button.primary:hover { background: color-mix(in srgb, var(--accent) 88%, var(--text)); }
button.icon { min-height: 24px; min-width: 24px; padding: 0; border-color: transparent; color: var(--soft); }
button:focus-visible, .copy:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.card[data-folded] { display: flex; align-items: center; padding-block: 4px; }
.card[data-folded] .words { flex: 1; min-width: 0; }
.card[data-folded] .head { order: 1; margin-block: 0; margin-inline-start: 4px; }
.card[data-folded] .title { margin: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.card[data-folded] :is(.head b, .progress, .badge, .body, .note, .away, .copy, .line, .actions) { display: none; }
[hidden] { display: none !important; }
@media (forced-colors: active) {
  .card, .ring, button { border-color: CanvasText !important; }
  button.primary { forced-color-adjust: none; color: HighlightText; background: Highlight; }
}
`;
