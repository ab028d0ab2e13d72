import type { LightLevel } from "../theme/palette.ts";
import { TILE_COLUMNS, TILE_POSITIONS, TILE_ROWS } from "./tilePositions.ts";

export interface Tile {
  /** GB/T 2260 code; regions without a place on the grid are left out. */
  region: string;
  short: string;
  /** Name, figure and light in words, or why there is none. */
  title: string;
  /** The figure as people read it; “—” where there is none. */
  value: string;
  light: LightLevel | null;
  href?: string;
}

export interface TileMapProps {
  label: string;
  tiles: readonly Tile[];
  onOpen?(region: string): void;
}

/** One tile a province: colour, name and figure; dashed where there is no figure. It draws no borders. */
export function TileMap({ label, tiles, onOpen }: TileMapProps) {
  return (
    <div className="@container h-full">
      <ul
        aria-label={label}
        className="grid h-full max-h-[32rem] gap-[3px]"
        style={{
          gridTemplateColumns: `repeat(${TILE_COLUMNS}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${TILE_ROWS}, minmax(2.35rem, 1fr))`,
        }}
      >
        {tiles.map((t) => {
          const at = TILE_POSITIONS[t.region];
          if (at === undefined) return null;
          return (
            <li key={t.region} style={{ gridRow: at[0] + 1, gridColumn: at[1] }} className="grid">
              <TileFace tile={t} {...(onOpen ? { onOpen } : {})} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Text of a size in rem, smaller where a tile of the grid is too narrow for `ems` of it: no name ends in dots. */
const fitting = (ems: number, size: number): string =>
  `min(${size}rem, (${100 / TILE_COLUMNS}cqw - 4px) / ${ems.toFixed(2)})`;

function TileFace({ tile, onOpen }: { tile: Tile; onOpen?: (region: string) => void }) {
  const { light } = tile;
  const style = light === null ? undefined : { background: `var(--l${light})`, color: `var(--on${light})` };
  const className = `grid place-content-center overflow-hidden rounded text-center leading-tight ${light === null ? "border border-dashed border-ink3 bg-sunken text-ink3" : ""}`;
  const face = (
    <>
      <span className="sr-only">{tile.title}</span>
      <span
        aria-hidden="true"
        className="block font-semibold whitespace-nowrap"
        style={{ fontSize: fitting(tile.short.length, tile.short.length > 2 ? 0.72 : 0.76) }}
      >
        {tile.short}
      </span>
      <span
        aria-hidden="true"
        className="num block"
        style={{ fontSize: fitting(0.55 * tile.value.length, 0.74) }}
      >
        {tile.value}
      </span>
    </>
  );
  if (tile.href === undefined || light === null)
    return (
      <span className={className} style={style} title={tile.title}>
        {face}
      </span>
    );
  return (
    <a
      href={tile.href}
      className={className}
      style={style}
      title={tile.title}
      onClick={(e) => {
        if (!onOpen || e.metaKey || e.ctrlKey || e.shiftKey) return;
        e.preventDefault();
        onOpen(tile.region);
      }}
    >
      {face}
    </a>
  );
}
