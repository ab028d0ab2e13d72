import { NATION } from "../../indicators/nation.ts";
import { belowSteps } from "../belowSteps.ts";
import type { WarningRule } from "../contract.ts";
import { LEVEL_REFERENCE } from "../references.ts";
import type { Steps } from "../severityOf.ts";

/** Real growth of the single quarter too low for jobs and debts: x(T) = gdp.yoy;  watch x < 4.5, warning x < 3, critical x < 0. */
export const gdpGrowth: WarningRule<Steps> = {
  id: "gdp-growth",
  version: "1",
  kind: "level",
  title: { zh: "当季经济增速过低", en: "Quarterly growth too low" },
  message: {
    zh: "{period}国内生产总值同比增长{value}%，低于{threshold}%的界限",
    en: "GDP grew {value} % on the year in {period}, below the bound of {threshold} %",
  },
  rationale: {
    zh: "警限由本产品设定。4.5为关注：2012年至2019年最低为6.0，2021年四季度（4.0）、2022年三季度（3.9）低于此线；3为预警（2022年二季度、四季度）；0为严重：1992年有季度核算以来仅2020年一季度（−6.8）。",
    en: "Steps set by the product. Watch below 4.5: from 2012 to 2019 growth never fell under 6.0; the fourth quarter of 2021 (4.0) and the third of 2022 (3.9) lay below. Warning below 3 (second and fourth quarters of 2022). Critical below 0: since quarterly accounts began in 1992 only the first quarter of 2020 (−6.8).",
  },
  reference: LEVEL_REFERENCE,
  needs: ["gdp.yoy"],
  regions: "nation",
  subjects: [{ indicator: "gdp.yoy", region: NATION }],
  defaults: { watch: 4.5, warning: 3, critical: 0 },
  evaluate: belowSteps("gdp.yoy", { zh: "当季国内生产总值同比", en: "GDP of the quarter, year on year" }),
};
