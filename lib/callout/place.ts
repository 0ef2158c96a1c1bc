/** A rectangle in the viewport, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the card goes, and how much it covers there that it shouldn't, in square pixels. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly covers: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
/** The gap where there is no room for a wider one. */
const TIGHT = 5;
const EDGE = 8;

/**
 * Where the card goes: at the anchor's height beside its dialog, else beside the anchor; the first
 * place that fits in the viewport and covers neither the anchor nor any obstacle. If there is any
 * such place it is found; if there is none, the card covers least.
 */
export function place(
  anchor: Box | undefined,
  dialog: Box | undefined,
  obstacles: readonly Box[],
  card: Size,
  viewport: Size,
): Placement {
  const kept = [anchor, ...obstacles].filter((box) => box !== undefined);
  const at = (left: number, top: number): Box => ({
    left: clamp(left, EDGE, viewport.width - card.width - EDGE),
    top: clamp(top, EDGE, viewport.height - card.height - EDGE),
    ...card,
  });
  const height = anchor ?? dialog;
  const places: Box[] = [];
  if (dialog && height) {
    for (const left of [dialog.left + dialog.width + GAP, dialog.left - card.width - GAP]) {
      const outside = at(left, height.top - GAP);
      if (outside.left === left) places.push(outside);
    }
  }
  if (anchor) {
    const { left, top } = anchor;
    places.push(
      at(left + anchor.width + GAP, top - GAP),
      at(left - card.width - GAP, top - GAP),
      at(left, top + anchor.height + GAP),
      at(left, top - card.height - GAP),
    );
  }
  // Wherever there is room, the card also fits against an edge of something.
  const lefts = [
    Infinity,
    EDGE,
    ...kept.flatMap((box) => [box.left - card.width - TIGHT, box.left + box.width + TIGHT]),
  ];
  const tops = [
    EDGE,
    Infinity,
    ...kept.flatMap((box) => [box.top - card.height - TIGHT, box.top + box.height + TIGHT]),
  ];
  for (const left of lefts) for (const top of tops) places.push(at(left, top));

  let best: Placement | undefined;
  for (const { left, top } of places) {
    const covers = kept.reduce((sum, box) => sum + overlap({ left, top, ...card }, box), 0);
    if (!best || covers < best.covers) best = { left, top, covers };
  }
  return best ?? { left: EDGE, top: EDGE, covers: 0 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
