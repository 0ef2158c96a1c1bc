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
 * Where the card goes: beside its anchor, first side that fits in the viewport and covers neither
 * the anchor nor any obstacle; else the corner that covers least.
 * @returns the card's left and top.
 */
export function place(
  anchor: Box | undefined,
  obstacles: readonly Box[],
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const kept = anchor ? [anchor, ...obstacles] : obstacles;
  const inside = ({ left, top }: { left: number; top: number }) => ({
    left: clamp(left, EDGE, viewport.width - card.width - EDGE),
    top: clamp(top, EDGE, viewport.height - card.height - EDGE),
    ...card,
  });
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
  const places = [...beside, ...corners].map(inside);
  const covered = (box: Box) => kept.reduce((sum, other) => sum + overlap(box, other), 0);
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
