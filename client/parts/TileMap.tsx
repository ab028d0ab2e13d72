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
  );
}

function TileFace({ tile, onOpen }: { tile: Tile; onOpen?: (region: string) => void }) {
  const { light } = tile;
  const style = light === null ? undefined : { background: `var(--l${light})`, color: `var(--on${light})` };
  const className = `grid place-content-center rounded px-0.5 text-center leading-tight overflow-hidden ${light === null ? "border border-dashed border-ink3 bg-sunken text-ink3" : ""}`;
  const face = (
    <>
      <span className="sr-only">{tile.title}</span>
      <span
        aria-hidden="true"
        className={`block truncate font-semibold ${tile.short.length > 2 ? "text-[.66rem] sm:text-[.72rem]" : "text-[.76rem]"}`}
      >
        {tile.short}
      </span>
      <span aria-hidden="true" className="num block text-[.74rem]">
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
