export interface LabelBox {
  id: string;
  /** Where the label belongs, in pixels: the middle of its left edge. */
  x: number;
  y: number;
  width: number;
}

/** Something that stays where it is; `y` is its middle. */
export interface Obstacle extends LabelBox {
  height: number;
}

/**
 * Labels moved up or down so that none lies upon another or upon what stays, in the order of their height and as little as
 * that takes; all stay between `top` and `bottom`.
 */
export function placeLabels<T extends LabelBox>(
  labels: readonly T[],
  { height, top, bottom }: { height: number; top: number; bottom: number },
  obstacles: readonly Obstacle[] = [],
): T[] {
  const placed: T[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const others = [...placed.map((p) => ({ ...p, height })), ...obstacles.filter((o) => o.id !== label.id)];
    const meets = (y: number): Obstacle | undefined =>
      others.find(
        (o) =>
          Math.abs(o.y - y) < (height + o.height) / 2 - 1e-9 &&
          label.x < o.x + o.width &&
          o.x < label.x + label.width,
      );
    let y = Math.min(Math.max(label.y, top), bottom);
    for (let met = meets(y); met !== undefined; met = meets(y)) y = met.y + (height + met.height) / 2;
    // No room below: upwards, past whatever is there.
    if (y > bottom) {
      y = bottom;
      for (let met = meets(y); met !== undefined; met = meets(y)) y = met.y - (height + met.height) / 2;
    }
    placed.push({ ...label, y });
  }
  return placed;
}
