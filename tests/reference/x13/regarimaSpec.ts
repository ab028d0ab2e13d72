import type { ArimaOrder } from "../../../models/arima/arimaOrder.ts";
import { AUTOMATIC_MODEL } from "../../../models/seasonal/regarima/automaticModel.ts";
import type { RegarimaSpec } from "../../../models/seasonal/regarima/regarima.ts";
import type { Effect, OutlierKind, Regressor } from "../../../models/seasonal/regarima/regressor.ts";
import {
  DEFAULT_EASTER_WINDOWS,
  DEFAULT_TRADING_DAYS,
} from "../../../models/seasonal/regarima/regressorTests.ts";
import { textOf, wordsOf, type X13Spec } from "./spec.ts";

const EFFECTS: Readonly<Record<string, Effect>> = {
  holiday: "holiday",
  td: "trading-day",
  ao: "outlier",
  tc: "outlier",
  ls: "level",
  so: "seasonal",
  seasonal: "seasonal",
};

/** The product's options for an X-13ARIMA-SEATS specification. */
export function regarimaSpec(spec: X13Spec, period: number): Partial<RegarimaSpec> {
  const { regressors, days, constant } = regression(spec, period);
  const tested = wordsOf(spec, "regression", "aictest").map((w) => w.toLowerCase());
  const order = orderOf(textOf(spec, "arima", "model"), period, constant);
  const automatic = spec.automdl !== undefined;
  const most = wordsOf(spec, "automdl", "maxorder").map(Number);
  const mostDifferences = wordsOf(spec, "automdl", "maxdiff").map(Number);
  const kinds = wordsOf(spec, "outlier", "types").map((w) => w.toLowerCase());
  const critical = wordsOf(spec, "outlier", "critical")[0];
  const transform =
    textOf(spec, "transform", "function") ?? (textOf(spec, "transform", "power") === "0" ? "log" : "none");
  const maxlead = textOf(spec, "forecast", "maxlead");
  return {
    transform: transform === "auto" ? "auto" : transform === "log" ? "log" : "none",
    regressors,
    tradingDays: tested.some((w) => w.startsWith("td")) ? { test: DEFAULT_TRADING_DAYS } : days,
    easterWindows: tested.includes("easter") ? DEFAULT_EASTER_WINDOWS : null,
    order: automatic ? "auto" : order,
    automatic: {
      ...AUTOMATIC_MODEL,
      most: {
        plain: most[0] ?? AUTOMATIC_MODEL.most.plain,
        seasonal: most[1] ?? AUTOMATIC_MODEL.most.seasonal,
      },
      mostDifferences: {
        d: mostDifferences[0] ?? AUTOMATIC_MODEL.mostDifferences.d,
        D: mostDifferences[1] ?? AUTOMATIC_MODEL.mostDifferences.D,
      },
      mixed: textOf(spec, "automdl", "mixed") !== "no",
      balanced: textOf(spec, "automdl", "balanced") === "yes",
      acceptDefault: textOf(spec, "automdl", "acceptdefault") === "yes",
      testConstant: textOf(spec, "automdl", "checkmu") !== "no",
    },
    outliers:
      spec.outlier === undefined
        ? null
        : {
            kinds: (kinds.includes("all")
              ? ["ao", "ls", "tc"]
              : kinds.length > 0
                ? kinds
                : ["ao", "ls"]) as OutlierKind[],
            ...(critical === undefined ? {} : { critical: Number(critical) }),
          },
    horizon: maxlead === undefined ? 12 : Number(maxlead),
  };
}

/** (p d q)(P D Q): lags in brackets for single lags are not in use here. */
export function orderOf(model: string | undefined, period: number, constant = false): ArimaOrder {
  const parts = [...(model ?? "(0 0 0)").matchAll(/\(([^()]*)\)/g)].map((m) =>
    m[1]!
      .trim()
      .split(/[\s,]+/)
      .map(Number),
  );
  const [p = 0, d = 0, q = 0] = parts[0] ?? [];
  const [P = 0, D = 0, Q = 0] = parts[1] ?? [];
  return { p, d, q, P, D, Q, m: period, constant };
}

function regression(
  spec: X13Spec,
  period: number,
): { regressors: Regressor[]; days: RegarimaSpec["tradingDays"]; constant: boolean } {
  const regressors: Regressor[] = [];
  let days: RegarimaSpec["tradingDays"] = null;
  let constant = false;
  for (const word of wordsOf(spec, "regression", "variables").map((w) => w.toLowerCase())) {
    const window = Number(/\[(\d+)\]/.exec(word)?.[1] ?? 0);
    if (word === "td") days = { use: { regressors: [{ kind: "td" }], length: "leap-year" } };
    else if (word === "td1coef") days = { use: { regressors: [{ kind: "td1coef" }], length: "leap-year" } };
    else if (word === "tdnolpyear") days = { use: { regressors: [{ kind: "td" }], length: "none" } };
    else if (word === "lpyear") regressors.push({ kind: "lpyear" });
    else if (word === "lom" || word === "loq") regressors.push({ kind: "length" });
    else if (word === "seasonal") regressors.push({ kind: "seasonal" });
    else if (word === "const") constant = true;
    else if (word.startsWith("easter[")) regressors.push({ kind: "easter", window });
    else if (word.startsWith("tdstock[")) regressors.push({ kind: "stock-td", day: window });
    else {
      const found = interventionNamed(word, period);
      if (!found) throw new Error(`this check does not know the regression variable "${word}"`);
      regressors.push(found);
    }
  }
  const names = wordsOf(spec, "regression", "user");
  const data = wordsOf(spec, "regression", "data").map(Number);
  const types = wordsOf(spec, "regression", "usertype").map((w) => w.toLowerCase());
  const [year = 1, index = 1] = (textOf(spec, "regression", "start") ?? "1.1").split(".").map(Number);
  names.forEach((name, j) => {
    regressors.push({
      kind: "user",
      name,
      effect: EFFECTS[types[types.length > 1 ? j : 0] ?? ""] ?? "user",
      first: year * period + index - 1,
      values: data.filter((_, i) => i % names.length === j),
    });
  });
  return { regressors, days, constant };
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** AO1951.May, LS1960.2, TC1990.jan: an outlier by X-13's name. */
export function interventionNamed(name: string, period: number): Regressor | null {
  const found = /^(ao|ls|tc|so)(\d{4})\.(\w+)$/.exec(name.toLowerCase());
  if (!found) return null;
  const month = MONTHS.indexOf(found[3]!);
  const at = Number(found[2]) * period + (month >= 0 ? month : Number(found[3]) - 1);
  return { kind: found[1] as "ao" | "ls" | "tc" | "so", at };
}
