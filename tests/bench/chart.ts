import type { Growth } from './measure.ts';

const SIZE = { width: 420, height: 260, left: 56, bottom: 40, top: 28, right: 16 } as const;

/** A chart of one growth as SVG: both axes by powers of ten, colours by the page's own variables. */
export function chartOf({ title, by, unit, points }: Growth): string {
  const x = axis(
    points.map(({ at }) => at),
    SIZE.left,
    SIZE.width - SIZE.right,
  );
  const y = axis(
    points.map(({ value }) => value),
    SIZE.height - SIZE.bottom,
    SIZE.top,
  );
  const spots = points.map(({ at, value }) => [x.place(at), y.place(value)] as const);
  // What grows in proportion, from the first point on.
  const [first] = points;
  const last = points.at(-1);
  const linear =
    first && last
      ? `<path class="linear" d="M${x.place(first.at)} ${y.place(first.value)}L${x.place(last.at)} ${y.place((first.value * last.at) / first.at)}"/>`
      : '';
  const lines = [
    ...x.ticks.map(
      (tick) =>
        `<path class="grid" d="M${x.place(tick)} ${SIZE.top}V${SIZE.height - SIZE.bottom}"/><text x="${x.place(tick)}" y="${SIZE.height - SIZE.bottom + 16}" text-anchor="middle">${short(tick)}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<path class="grid" d="M${SIZE.left} ${y.place(tick)}H${SIZE.width - SIZE.right}"/><text x="${SIZE.left - 6}" y="${y.place(tick) + 4}" text-anchor="end">${short(tick)}</text>`,
    ),
  ];
  return `<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${title}">
<clipPath id="${id(title, by)}"><rect x="${SIZE.left}" y="${SIZE.top}" width="${SIZE.width - SIZE.left - SIZE.right}" height="${SIZE.height - SIZE.top - SIZE.bottom}"/></clipPath>
<text class="title" x="${SIZE.left}" y="16">${title}, ${unit}</text>
${lines.join('\n')}
<g clip-path="url(#${id(title, by)})">${linear}</g>
<path class="line" d="M${spots.map(([left, top]) => `${left} ${top}`).join('L')}"/>
${spots.map(([left, top], at) => `<circle class="spot" cx="${left}" cy="${top}" r="3"><title>${short(points[at]?.at ?? 0)}: ${short(points[at]?.value ?? 0)} ${unit}</title></circle>`).join('')}
<text x="${(SIZE.left + SIZE.width) / 2}" y="${SIZE.height - 6}" text-anchor="middle">${by}</text>
</svg>`;
}

function axis(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at)),
    place: (value: number) =>
      Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10,
  };
}

function short(value: number): string {
  return value >= 1_000 ? `${value / 1_000}k` : Number(value.toPrecision(3)).toString();
}

function id(title: string, by: string): string {
  return `${title} ${by}`.replaceAll(/\W+/g, '-');
}
