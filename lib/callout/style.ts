/** The callout's style. Pixels only: the page's root font size must not change it. */
export const STYLE = `
:host { all: initial; }
.ring, .card { position: fixed; box-sizing: border-box; }
.ring {
  border: 2px solid #0f766e; border-radius: 10px; pointer-events: none;
  box-shadow: 0 0 0 3px rgb(15 118 110 / 25%);
}
.card {
  width: min(304px, calc(100vw - 16px)); padding: 12px 12px 12px 14px; pointer-events: auto;
  font: 14px/20px system-ui, -apple-system, "Segoe UI", sans-serif; text-align: start;
  color: #14211f; background: #fff; border: 1px solid #cfd9d7; border-inline-start: 4px solid #0f766e;
  border-radius: 8px; box-shadow: 0 8px 28px rgb(10 30 28 / 22%);
}
.card[data-tone="warn"] { border-inline-start-color: #b45309; }
.head { display: flex; align-items: center; gap: 8px; margin-bottom: 4px;
  font-size: 12px; line-height: 16px; color: #52625f; font-variant-numeric: tabular-nums; }
.head b { font-weight: 600; color: #0f766e; }
.head span { margin-inline-start: auto; }
p { margin: 0 0 4px; }
.title { font-weight: 600; }
.body { color: #3d4c49; }
.line { display: flex; gap: 4px; margin: 8px 0 0; padding: 0; list-style: none;
  font-size: 12px; line-height: 16px; color: #52625f; }
.line li { flex: 1; padding-top: 4px; border-top: 3px solid #cfd9d7; }
.line li[data-state="done"] { border-top-color: #0f766e; }
.line li[data-state="now"] { border-top-style: dashed; border-top-color: #0f766e; font-weight: 600; color: #14211f; }
.line li[data-state="todo"] { border-top-style: dotted; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
.buttons:empty { display: none; }
button { font: inherit; min-height: 28px; padding: 3px 10px; border-radius: 6px; cursor: pointer;
  color: #0f5f5c; background: transparent; border: 1px solid #b9c8c5; }
button.primary { color: #fff; background: #0f766e; border-color: #0f766e; }
button.close { min-height: 24px; min-width: 24px; padding: 0; border-color: transparent; color: #52625f; }
button:hover { filter: brightness(.94); }
button:focus-visible { outline: 2px solid #0f766e; outline-offset: 2px; }
[hidden] { display: none !important; }
@media (prefers-color-scheme: dark) {
  .card { color: #e8f0ee; background: #17211f; border-color: #3a4a47; border-inline-start-color: #2dd4bf; }
  .card[data-tone="warn"] { border-inline-start-color: #fbbf24; }
  .head, button.close { color: #a5b5b2; } .head b { color: #5eead4; } .body { color: #c4d1ce; }
  .ring { border-color: #2dd4bf; }
  .line { color: #a5b5b2; } .line li { border-top-color: #3a4a47; }
  .line li[data-state="done"], .line li[data-state="now"] { border-top-color: #2dd4bf; }
  .line li[data-state="now"] { color: #e8f0ee; }
  button { color: #99f6e4; border-color: #4b5d59; }
  button.primary { color: #06302c; background: #2dd4bf; border-color: #2dd4bf; }
  button:focus-visible { outline-color: #5eead4; }
}
@media (forced-colors: active) { .card, .ring, button { border-color: CanvasText; } }
`;
