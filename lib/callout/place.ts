/** A rectangle in the viewport, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const EDGE = 8;

/**
 * Where the card goes: at the anchor's height beside its dialog, else beside the anchor; the first
 * place that fits in the viewport and covers neither the anchor nor any obstacle; else the one that
 * covers least.
 * @returns the card's left and top.
 */
export function place(
  anchor: Box | undefined,
  dialog: Box | undefined,
  obstacles: readonly Box[],
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const kept = [anchor, ...obstacles].filter((box) => box !== undefined);
  const inside = ({ left, top }: { left: number; top: number }) => ({
    left: clamp(left, EDGE, viewport.width - card.width - EDGE),
    top: clamp(top, EDGE, viewport.height - card.height - EDGE),
    ...card,
  });
  const height = anchor ?? dialog;
  const outside =
    dialog && height
      ? [
          { left: dialog.left + dialog.width + GAP, top: height.top - GAP },
          { left: dialog.left - card.width - GAP, top: height.top - GAP },
        ]
      : [];
  const beside = anchor
    ? [
        { left: anchor.left + anchor.width + GAP, top: anchor.top - GAP },
        { left: anchor.left - card.width - GAP, top: anchor.top - GAP },
        { left: anchor.left, top: anchor.top + anchor.height + GAP },
        { left: anchor.left, top: anchor.top - card.height - GAP },
      ]
    : [];
  const corners = [
    { left: Infinity, top: EDGE },
    { left: Infinity, top: Infinity },
    { left: EDGE, top: EDGE },
    { left: EDGE, top: Infinity },
  ];
  const covered = (box: Box) => kept.reduce((sum, other) => sum + overlap(box, other), 0);
  const free = outside.find((at) => {
    const box = { ...at, ...card };
    return inside(at).left === at.left && (!dialog || overlap(box, dialog) === 0);
  });
  if (free) return inside(free);
  const places = [...beside, ...corners].map(inside);
  return places.reduce((best, next) => (covered(next) < covered(best) ? next : best));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
