export interface LabelBox {
  id: string;
  /** Where the label belongs, in pixels: the middle of its left edge. */
  x: number;
  y: number;
  width: number;
  /** The left edge of its other place, at the far side of what it names; none where that has no room. */
  otherX?: number;
}

/** Something that stays where it is; `y` is its middle. */
export interface Obstacle extends Omit<LabelBox, "otherX"> {
  height: number;
}

/**
 * Labels moved so that none lies upon another or upon what stays, in the order of their height, each to the nearest free
 * place between `top` and `bottom`: on its own side before the other, below before above. One that finds none stays
 * where it belongs.
 */
export function placeLabels<T extends LabelBox>(
  labels: readonly T[],
  { height, top, bottom }: { height: number; top: number; bottom: number },
  obstacles: readonly Obstacle[] = [],
): T[] {
  const placed: T[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const others = [...placed.map((p) => ({ ...p, height })), ...obstacles];
    const free = ({ x, y }: { x: number; y: number }): boolean =>
      y >= top &&
      y <= bottom &&
      others.every(
        (o) => Math.abs(o.y - y) >= (height + o.height) / 2 || x >= o.x + o.width || o.x >= x + label.width,
      );
    const home = Math.min(Math.max(label.y, top), bottom);
    const sides = label.otherX === undefined ? [label.x] : [label.x, label.otherX];
    let place = { x: label.x, y: home };
    for (let shift = 0; shift <= bottom - top; shift++) {
      const found = sides
        .flatMap((x) => [
          { x, y: home + shift },
          { x, y: home - shift },
        ])
        .find(free);
      if (found === undefined) continue;
      place = found;
      break;
    }
    placed.push({ ...label, ...place });
  }
  return placed;
}
