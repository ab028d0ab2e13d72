import { dieboldMariano } from "../../../models/evaluation/dieboldMariano.ts";
import { rootMeanSquaredError } from "../../../models/forecast/evaluate.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { FLOOR, SCORED, type ScoredPairs } from "./scoredPairs.ts";

/** Below this the difference is called significant. */
const LEVEL = 0.1;

/** RMSE of a model over another's on the same origins, and the one-sided p-value that it is better. */
interface Compared {
  ratio: number;
  /** null where the two never differ. */
  p: number | null;
}

function compared(row: ScoredPairs, model: string, other: string, keep: (i: number) => boolean): Compared {
  const at = row.origins.flatMap((_, i) => (keep(i) ? [i] : []));
  const of = (id: string): number[] => at.map((i) => row.errors.get(id)![i]!);
  const [own, its] = [of(model), of(other)];
  const zero = at.map(() => 0);
  const ratio = rootMeanSquaredError(own, zero) / rootMeanSquaredError(its, zero);
  if (own.every((e, i) => Math.abs(e) === Math.abs(its[i]!))) return { ratio, p: null };
  return { ratio, p: dieboldMariano(own, its, { horizon: row.horizon, alternative: "less" }).pValue };
}

const all = (): boolean => true;
const cell = ({ ratio, p }: Compared): string => {
  if (p === null) return ratio.toFixed(2);
  const said = p < 0.001 ? "<.001" : p > 0.999 ? ">.999" : p.toFixed(3).slice(1);
  return `${ratio.toFixed(2)} (${said})`;
};
const coverageOf = (row: ScoredPairs, model: string): number => {
  const inside = row.inside.get(model)!;
  return (100 * inside.filter(Boolean).length) / inside.length;
};
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((r) => `| ${r.join(" | ")} |`).join("\n");

/** How many of the pairs of target and horizon each model wins, by how much, and how its intervals hold. */
export function summaryTable(rows: readonly ScoredPairs[]): string {
  const lines = SCORED.map(({ id, title }) => {
    const won = (other: string): string => {
      const results = rows.map((r) => compared(r, id, other, all));
      const wins = results.filter((c) => c.ratio < 1);
      return `${wins.length} (${wins.filter((c) => c.p !== null && c.p < LEVEL).length})`;
    };
    const mean = (keep: (r: ScoredPairs) => (i: number) => boolean): string => {
      const logs = rows.map((r) => Math.log(compared(r, id, "naive", keep(r)).ratio));
      return Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length).toFixed(2);
    };
    const held = rows.map((r) => coverageOf(r, id));
    const mid = held.filter((c) => c >= 70 && c <= 90).length;
    return [
      title.en,
      ...FLOOR.map(won),
      mean(() => all),
      mean((r) => (i) => !r.pandemic[i]),
      `${(held.reduce((a, b) => a + b, 0) / held.length).toFixed(0)} %`,
      `${mid}`,
    ];
  });
  return [
    `${rows.length} pairs of target and horizon. “Beats”: RMSE below the other's on the same origins; in brackets how many of these with Diebold–Mariano p < ${LEVEL} (one-sided, squared errors).`,
    "",
    table(
      [
        "model",
        "beats naive",
        "beats seasonal naive",
        "beats AR",
        "mean ratio to naive",
        "the same without 2020–21",
        "80 % bands hold",
        "of these 70–90 %",
      ],
      lines,
    ),
  ].join("\n");
}

/** Every pair of target and horizon: ratios to naive with p, the combination against the rest, coverage, sample. */
export function pairTable(rows: readonly ScoredPairs[]): string {
  const others = SCORED.filter((m) => m.id !== "combination");
  return table(
    [
      "target",
      "ahead",
      "origins",
      "seasonal naive",
      "AR",
      ...others.map((m) => m.id),
      "combination",
      "comb. / seasonal",
      "comb. / AR",
      "80 % band",
    ],
    rows.map((r) => [
      indicatorById(r.target)!.short.en,
      `${r.horizon}`,
      `${r.origins.length}, ${r.origins[0]} to ${r.origins.at(-1)}`,
      compared(r, "seasonal-naive", "naive", all).ratio.toFixed(2),
      compared(r, "ar", "naive", all).ratio.toFixed(2),
      ...others.map((m) => cell(compared(r, m.id, "naive", all))),
      cell(compared(r, "combination", "naive", all)),
      cell(compared(r, "combination", "seasonal-naive", all)),
      cell(compared(r, "combination", "ar", all)),
      `${coverageOf(r, "combination").toFixed(0)} %`,
    ]),
  );
}

/** Plainly, which do not beat naive. */
export function losersSaid(rows: readonly ScoredPairs[]): string {
  const loses = (r: ScoredPairs, id: string): boolean => compared(r, id, "naive", all).ratio >= 1;
  const none = rows.filter((r) => SCORED.every((m) => loses(r, m.id)));
  return [
    `**No model beats naive** on ${none.length} of ${rows.length}: ${listed(none)}.`,
    "",
    "Do not beat naive over all origins:",
    "",
    ...SCORED.map((m) => {
      const lost = rows.filter((r) => loses(r, m.id));
      const which = lost.length === rows.length ? "every target and horizon" : listed(lost);
      return `- ${m.title.en} on ${lost.length}: ${which}.`;
    }),
  ].join("\n");
}

/** Targets with their horizons: “CPI, y/y 6 and 12 ahead”. */
function listed(rows: readonly ScoredPairs[]): string {
  const targets = [...new Set(rows.map((r) => r.target))];
  const said = targets.map((t) => {
    const horizons = rows.filter((r) => r.target === t).map((r) => r.horizon);
    return `${indicatorById(t)!.short.en} ${horizons.join(", ")} ahead`;
  });
  return said.join("; ") || "none";
}
