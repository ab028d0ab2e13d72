import { orderName } from "../../../models/arima/arimaOrder.ts";
import {
  type RegarimaSpec,
  regarima,
  type SeasonalSeries,
} from "../../../models/seasonal/regarima/regarima.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import { interventionNamed, orderOf, regarimaSpec } from "./regarimaSpec.ts";
import { parseX13 } from "./spec.ts";

export function seriesOf(c: ReferenceCase): SeasonalSeries {
  const { values, start, frequency } = c.input as {
    values: (number | null)[];
    start: [number, number];
    frequency: number;
  };
  return {
    values: Float64Array.from(values, (v) => v ?? Number.NaN),
    first: start[0] * frequency + start[1] - 1,
    period: frequency,
  };
}

/** The case's specification with everything that X-13 chose given: transformation, order, tested regressors, outliers. */
export function atPeersModel(
  c: ReferenceCase,
  diagnostics: Readonly<Record<string, string>>,
): Partial<RegarimaSpec> {
  const { frequency } = c.input as { frequency: number };
  const spec = regarimaSpec(parseX13(String(c.params.spec)), frequency);
  const { est } = c.output.tables as { est: { regression: { group: string; variable: string }[] } };
  const regressors = [...(spec.regressors ?? [])];
  let tradingDays = spec.tradingDays && "use" in spec.tradingDays ? spec.tradingDays : null;
  let constant = false;
  for (const { group, variable } of est.regression) {
    const outlier = interventionNamed(variable, frequency);
    if (variable === "Constant") constant = true;
    else if (outlier && /Automatic/.test(group)) regressors.push(outlier);
    else if (spec.easterWindows && variable.startsWith("Easter["))
      regressors.push({ kind: "easter", window: Number(/\d+/.exec(variable)![0]) });
    else if (spec.tradingDays && "test" in spec.tradingDays && /^(1-Coefficient )?Trading Day$/.test(group))
      tradingDays = {
        use: { regressors: [{ kind: group.startsWith("1") ? "td1coef" : "td" }], length: "leap-year" },
      };
  }
  const log = (diagnostics.aictrans ?? diagnostics.transform ?? "").trim() === "Log(y)";
  return {
    ...spec,
    transform: log ? "log" : "none",
    regressors,
    tradingDays,
    easterWindows: null,
    outliers: null,
    order: orderOf(diagnostics.arimamdl, frequency, constant),
  };
}

/**
 * What was chosen: criteria of the tests at the models both look at, and of the model chosen: an AICc at or below theirs at the
 * same differencing passes, whichever model it is.
 */
export function compareSelection(
  c: ReferenceCase,
  compare: Compare,
  series: SeasonalSeries,
  diagnostics: Readonly<Record<string, string>>,
): void {
  const text = String(c.params.spec);
  if (!/automdl|function=auto|aictest|outlier/.test(text)) return;
  const own = regarima(series, regarimaSpec(parseX13(text), series.period));
  const number = (key: string) =>
    diagnostics[key] === undefined ? Number.NaN : Number.parseFloat(diagnostics[key]);
  if (own.transformation) {
    compare.absolute(
      "aicc without logs",
      own.transformation.aiccNone,
      number("aictest.trans.aicc.nolog"),
      2e-4,
    );
    compare.absolute("aicc with logs", own.transformation.aiccLog, number("aictest.trans.aicc.log"), 2e-4);
    compare.equal(
      "logs",
      own.model.log ? "yes" : "no",
      diagnostics.aictrans?.trim() === "Log(y)" ? "yes" : "no",
    );
  }
  if (diagnostics.aocrit !== undefined)
    compare.relative("critical value", own.critical, number("aocrit"), 1e-8);
  if (own.choice) {
    compare.equal("d", own.model.order.d, number("idnonseasonaldiff"));
    compare.equal("D", own.model.order.D, number("idseasonaldiff"));
    own.choice.best.forEach(({ order, bic2 }, i) => {
      const theirs = orderOf(diagnostics[`automdl.best5.mdl0${i + 1}`], series.period, order.constant);
      compare.equal(`best model ${i + 1}`, orderName(order), orderName(theirs));
      // Printed to three places; their search for orders stops at 1e-3 of log-likelihood.
      compare.absolute(`its BIC2`, bic2, number(`automdl.best5.bic0${i + 1}`), 1.1e-3);
    });
  }
  compare.atMost("AICc of the model chosen", own.model.criteria.aicc, number("aicc"), 2e-4);
}
