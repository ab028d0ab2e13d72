import { highFrequencyLags } from "../../../models/forecast/midas/highFrequencyLags.ts";
import { midasRegression } from "../../../models/forecast/midas/midasRegression.ts";
import type { MidasTerm } from "../../../models/forecast/midas/midasTerm.ts";
import type { Weighting } from "../../../models/forecast/midas/midasWeights.ts";
import type { MethodCheck } from "../method.ts";

/** gretl's numbers of the weightings. */
const TYPES: Readonly<Record<string, Weighting>> = {
  "0": "unrestricted",
  "1": "exponential-almon",
  "2": "beta",
  "3": "beta-non-zero",
  "4": "almon-polynomial",
  "5": "beta-one",
};

export const check: MethodCheck = {
  method: "midas_gretl",
  answeredBy: "forecast/midas/midasRegression.ts#midasRegression",
  source: "Ghysels, Santa-Clara & Valkanov (2004); Foroni, Marcellino & Schumacher (2015)",
  tolerance:
    "linear weightings 1e-8; curved ones: sum of squares not above, coefficients within 1e-2 of a standard error, standard errors 1e-2, fitted 1e-3",
  reason: "the sum of squares is all but flat in θ: both sides stop within a tiny share of a standard error",
  check(c, compare) {
    const y = c.input.y as number[];
    const first = firstQuarter(c.data, c.input.start as string, y.length);
    const [from, to] = (c.params.sample as string)
      .split(/\s+/)
      .map((p) => quarterOf(p.replace(":", "Q")) - first);
    const rows = Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
    // The case's name says which of the two monthly lists stood in the regression.
    const prefix = c.case.split("_")[0]!;
    const key = Object.keys(c.input).find((k) => k.startsWith(`${prefix}_`) && Array.isArray(c.input[k]))!;
    const months = (c.input[key] as (number | null)[][]).flatMap((row) =>
      row.toReversed().map((v) => v ?? Number.NaN),
    );
    const terms = [...(c.params.term as string).matchAll(/mds\(([^)]*)\)/g)].map((m) =>
      termOf(m[1]!, months, rows),
    );
    const lowLags = lagsOf(c.call);
    const fit = midasRegression({
      y: rows.map((t) => y[t]!),
      linear: {
        names: ["constant", ...lowLags.map((l) => `y(−${l})`)],
        columns: [rows.map(() => 1), ...lowLags.map((l) => rows.map((t) => y[t - l]!))],
      },
      terms,
    });
    const straight = terms.every((t) => t.weighting === "unrestricted" || t.weighting === "almon-polynomial");
    const coef = c.output.coef as number[];
    const se = c.output.se as number[];
    const stats = c.output.stats as Record<string, number>;
    compare.equal("number of coefficients", fit.coefficients.length, coef.length);
    compare.atMost("ess", fit.rss, stats.ess, 1e-8 * stats.ess!);
    // A lower sum of squares is another place: its coefficients are not the peer's.
    if (fit.rss < stats.ess! * (1 - 1e-5)) return;
    // Where the weights rest on a single lag, θ may be anything: neither its value nor its error says something, and the
    // other errors depend on what was left out.
    const known = straight || se.every((s, j) => s !== null && s < 100 * (1 + Math.abs(coef[j]!)));
    coef.forEach((b, j) => {
      if (!known) return;
      compare.absolute(
        `coef[${j}]`,
        fit.coefficients[j],
        b,
        straight ? 1e-8 * (Math.abs(b) + se[j]!) : 1e-2 * se[j]!,
      );
      compare.relative(`se[${j}]`, fit.standardErrors[j], se[j], straight ? 1e-7 : 1e-2);
    });
    const near = straight ? 1e-8 : 1e-3;
    compare.array("fitted", fit.fitted, c.output.fitted as number[], near);
    compare.array("resid", fit.residuals, c.output.resid as number[], near);
    const tight = straight ? 1e-9 : 1e-5;
    compare.relative("rsq", fit.r2, stats.rsq, tight);
    compare.relative("lnl", fit.logLikelihood, stats.lnl, tight);
    compare.relative("aic", fit.aic, stats.aic, tight);
    compare.relative("bic", fit.bic, stats.bic, tight);
    compare.relative("sigma", fit.sigma, stats.sigma, tight);
    compare.equal("T", fit.fitted.length, stats.T);
    compare.equal("df", fit.fitted.length - fit.coefficients.length, stats.df);
  },
};

const quarterOf = (text: string): number => {
  const [year, quarter] = text.split("Q").map(Number);
  return 4 * year! + quarter! - 1;
};

/**
 * `start` names the first quarter of the data file, but growth rates begin a quarter later and rows without one are left
 * out: where the provenance names the file's last quarter, count back from there.
 */
function firstQuarter(provenance: string, start: string, rows: number): number {
  const end = /-(\d{4}Q\d)/.exec(provenance)?.[1];
  return end === undefined ? quarterOf(start) : quarterOf(end) - rows + 1;
}

/** mds(list, first lag, last lag, type, θ): θ in braces is a start, a plain number how many coefficients there are. */
function termOf(text: string, months: readonly number[], rows: readonly number[]): MidasTerm {
  const start = /\{([^}]*)\}/.exec(text)?.[1]?.split(",").map(Number);
  const [, first, last, type, count] = text
    .replace(/\{[^}]*\}/, "")
    .split(",")
    .map((s) => s.trim());
  const weighting = TYPES[type!.replaceAll('"', "")]!;
  return {
    name: "x",
    lags: highFrequencyLags(months, 3, rows, Number(first), Number(last)),
    weighting,
    ...(weighting === "almon-polynomial" ? { coefficients: start?.length ?? Number(count) } : {}),
    ...(start && weighting !== "almon-polynomial" ? { start } : {}),
  };
}

/** Lags of the dependent variable in the call: y(-1), or y(-1 to -3). */
function lagsOf(call: string): number[] {
  return [...call.split(";")[0]!.matchAll(/\((-\d+)(?:\s+to\s+(-\d+))?\)/g)].flatMap((m) => {
    const from = -Number(m[1]);
    const to = m[2] === undefined ? from : -Number(m[2]);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}
