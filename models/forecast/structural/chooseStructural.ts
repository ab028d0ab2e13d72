import { AppError } from "../../errors.ts";
import { fitStructural, type StructuralFit } from "./fitStructural.ts";
import { periodsToStart, predictiveAicc } from "./predictiveAicc.ts";
import type { LevelName, StructuralSpec } from "./structuralSpec.ts";

export interface Chosen {
  fit: StructuralFit;
  /** What people call it: `lltrend + seasonal`. */
  name: string;
  aicc: number;
}

type Season = "seasonal" | "fixed seasonal" | "none";

const TRENDS = ["llevel", "lldtrend", "strend", "lltrend"] as const satisfies readonly LevelName[];
/** Seasons longer than this are written as a few waves: dummies would cost a state a period. */
const LONGEST_DUMMIES = 24;
const WAVES = 3;

/**
 * The trend with the lowest AICc among a level that moves, one with a fixed slope, a smooth trend and one whose level and
 * slope both move, each with a seasonal that moves; then, beside the best, a seasonal that stands still and none. All
 * are held against the same figures (predictiveAicc.ts). Throws AppError("not-enough-data") where y is too short for any.
 */
export function chooseStructural(y: Float64Array, season: number): Chosen {
  const seasons = season > 1 && y.length >= 2 * season;
  const trends = TRENDS.flatMap((level) => variant(y, level, seasons ? "seasonal" : "none", season));
  const d = Math.max(0, ...trends.map((v) => v.d));
  const first = lowest(trends, d);
  const others: readonly Season[] = seasons ? ["fixed seasonal", "none"] : [];
  const level = (first?.fit.system.spec.level ?? TRENDS[0]) as LevelName;
  const rivals = others.flatMap((kind) => variant(y, level, kind, season));
  const best = lowest(rivals, Math.max(d, ...rivals.map((v) => v.d)), first);
  if (!best)
    throw new AppError(
      "not-enough-data",
      `a structural model needs several figures beyond its starting states; found ${y.length}`,
    );
  return best;
}

interface Variant {
  fit: StructuralFit;
  name: string;
  /** Periods that its start takes. */
  d: number;
}

/** One variant fitted; none where the figures do not settle it (too few, or a month never seen): a smaller one may do. */
function variant(y: Float64Array, level: LevelName, kind: Season, season: number): Variant[] {
  try {
    const fit = fitStructural(y, { level, ...seasonalPart(kind, season) });
    const d = periodsToStart(fit);
    return Number.isFinite(d) ? [{ fit, d, name: kind === "none" ? level : `${level} + ${kind}` }] : [];
  } catch (refusal) {
    if (refusal instanceof AppError && refusal.code === "not-enough-data") return [];
    throw refusal;
  }
}

function seasonalPart(kind: Season, season: number): Pick<StructuralSpec, "seasonal" | "waves"> {
  if (kind === "none") return {};
  const moves = kind === "seasonal";
  return season <= LONGEST_DUMMIES
    ? { seasonal: { period: season, moves } }
    : { waves: [{ period: season, harmonics: WAVES, moves }] };
}

function lowest(variants: readonly Variant[], d: number, sofar: Chosen | null = null): Chosen | null {
  let best = sofar;
  for (const { fit, name } of variants) {
    const aicc = predictiveAicc(fit, d);
    if (!best || aicc < best.aicc) best = { fit, name, aicc };
  }
  return best;
}
